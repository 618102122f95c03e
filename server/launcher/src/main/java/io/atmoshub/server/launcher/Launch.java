package io.atmoshub.server.launcher;

import io.atmoshub.server.launcher.child.Child;
import io.atmoshub.server.launcher.child.Signal;
import io.atmoshub.server.launcher.child.Tether;
import io.atmoshub.server.launcher.postgres.Secret;
import io.atmoshub.server.launcher.settings.Settings;
import io.atmoshub.server.launcher.tls.Identity;
import io.atmoshub.server.launcher.wildfly.Readiness;
import io.atmoshub.server.launcher.wildfly.ServerCommand;
import io.atmoshub.server.launcher.wildfly.ServerEnvironment;
import io.atmoshub.server.launcher.wildfly.ServerFolder;
import io.atmoshub.server.schema.Migrations;
import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/// One run of a hub, from the first check to the end of its last process.
final class Launch {
    private static final Duration READY_WITHIN = Duration.ofMinutes(3);
    private static final Duration SERVER_STOPS_WITHIN = Duration.ofSeconds(30);

    /// What the server writes, its logs above all, is nobody else's on this machine.
    private static final List<String> FOR_US_ALONE = List.of("sh", "-c", "umask 077; exec \"$@\"", "sh");

    private final Settings settings;
    private final PrintStream out;

    /// What to undo, last first. Guarded by itself, for the shutdown hook is another thread.
    private final Deque<Runnable> undo = new ArrayDeque<>();

    private volatile boolean stopping;
    private volatile boolean failed;

    private Launch(Settings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    /// Returns never: ends by a signal, or by {@link CannotStart} when a part can't start or dies.
    static void run(Settings settings, PrintStream out) {
        var launch = new Launch(settings, out);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(launch::end));
        try {
            launch.start();
        } catch (RuntimeException e) {
            // What ends while all is being stopped ends because of that.
            if (!launch.stopping) {
                launch.failed = true;
                throw e;
            }
        }
    }

    private void start() {
        Path distribution = Distribution.home();
        Optional<Identity> identity = settings.tls().map(Identity::read);
        DataFolder data = DataFolder.open(settings.data());
        ServerFolder.stopOrphan(data.path());
        settings.http().refuseIfTaken();
        out.printf("Starting Atmos Hub %s, data in %s%n", Main.version(), data.path());

        HubDatabase database = settings.database()
                .map(own -> HubDatabase.of(own, data.path()))
                .orElseGet(() -> HubDatabase.embedded(data.path()));
        database.embedded().ifPresent(postgres -> onStop(postgres::close));
        new Migrations(database.owner(), database.app()).apply();
        Optional<FirstAdmin> admin =
                database.hasNoPerson() ? Optional.of(FirstAdmin.of(settings.adminPassword())) : Optional.empty();

        Child server = startServer(distribution, data, database, identity, admin);
        new Readiness(settings.localUrl(), identity).await(server, READY_WITHIN, serverLog(data));
        out.printf("Atmos Hub is ready: %s%n", settings.publicUrl().orElseGet(settings::localUrl));
        admin.ifPresent(first -> out.println(first.hint(data.path(), onTerminal())));
        awaitEnd(Stream.concat(database.process().stream(), Stream.of(server)).toList(), data);
    }

    private Child startServer(
            Path distribution,
            DataFolder data,
            HubDatabase database,
            Optional<Identity> identity,
            Optional<FirstAdmin> admin) {
        ServerFolder folder = ServerFolder.prepare(distribution, data.path(), settings.logFormat());
        Optional<String> tlsPassword = identity.map(known -> {
            String password = Secret.random();
            known.writeTo(folder.keyStore(), password);
            return password;
        });
        var command = new ServerCommand(distribution, folder, data.log(), settings, database.app());
        var builder = new ProcessBuilder(Tether.around(Signal.TERM, Tether.joined(FOR_US_ALONE, command.words())))
                .directory(folder.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(data.log().resolve("server-output.log").toFile());
        new ServerEnvironment(
                        distribution,
                        data.path(),
                        settings,
                        database.app().password(),
                        tlsPassword,
                        admin.map(FirstAdmin::password))
                .fill(builder.environment());
        try {
            Child server = Child.start("The server", builder);
            onStop(() -> {
                server.stop(SERVER_STOPS_WITHIN, Signal.TERM);
                folder.after(server);
            });
            return server;
        } catch (IOException e) {
            throw new CannotStart(String.valueOf(e.getMessage()), e);
        }
    }

    private void awaitEnd(List<Child> children, DataFolder data) {
        CompletableFuture.anyOf(children.stream().map(Child::onExit).toArray(CompletableFuture[]::new))
                .join();
        List<Child> dead = children.stream().filter(child -> !child.isAlive()).toList();
        throw new CannotStart("%s ended by itself (exit code %d), so the hub stops. The logs are in %s."
                .formatted(dead.getFirst().name(), dead.getFirst().exitCode(), data.log()));
    }

    private void onStop(Runnable action) {
        synchronized (undo) {
            if (stopping) {
                action.run();
            } else {
                undo.push(action);
            }
        }
    }

    /// A stop that somebody asked for is no failure, whichever signal asked; service managers go by the exit code.
    private void end() {
        stop();
        if (!failed) {
            out.flush();
            Runtime.getRuntime().halt(0);
        }
    }

    /// The server first, then the database under it.
    private void stop() {
        stopping = true;
        synchronized (undo) {
            if (!undo.isEmpty()) {
                out.println("Stopping Atmos Hub");
            }
            while (!undo.isEmpty()) {
                undo.pop().run();
            }
        }
    }

    private static Path serverLog(DataFolder data) {
        return data.log().resolve("server.log");
    }

    /// Whether there is a console at all, and of which kind, is not alike in Java 22 to 25; asked so it holds in all.
    private static boolean onTerminal() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }
}
