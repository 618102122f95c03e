package io.atmoshub.server.launcher.postgres;

import io.atmoshub.server.launcher.CannotStart;
import io.atmoshub.server.launcher.child.Child;
import io.atmoshub.server.launcher.child.Signal;
import io.atmoshub.server.launcher.child.Tether;
import io.atmoshub.server.schema.DatabaseLogin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A PostgreSQL that belongs to this launcher: its data lies in one folder, it listens on loopback only, asks for a
/// password, and its process is a direct child that the kernel stops when the launcher is killed.
///
/// The caller holds the {@link DataLock} of the folder.
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Duration STARTS_WITHIN = Duration.ofSeconds(60);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(30);

    /// What a hub promises about its data: what was acknowledged is on the disk.
    public static final Map<String, String> DURABLE =
            Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");

    private final Child postmaster;
    private final int port;
    private final String ownerPassword;

    private EmbeddedPostgres(Child postmaster, int port, String ownerPassword) {
        this.postmaster = postmaster;
        this.port = port;
        this.ownerPassword = ownerPassword;
    }

    public static EmbeddedPostgres start(Path folder, Map<String, String> settings) {
        try {
            LeastPrivilege privilege = LeastPrivilege.find();
            PostgresBinaries binaries = PostgresBinaries.unpackedIn(folder);
            String password = Secret.readOrMake(folder.resolve("database-owner-password"));
            Cluster cluster = Cluster.readyIn(folder, binaries, privilege, password);
            new StalePostmaster(cluster.data()).clear();
            Path log = Files.createDirectories(folder.resolve("log").resolve("postgres"));
            privilege.handOver(log);
            return startOnFreePort(folder, binaries, cluster, privilege, log, settings, password);
        } catch (IOException e) {
            throw new CannotStart("PostgreSQL can't be started in %s: %s".formatted(folder, e.getMessage()), e);
        }
    }

    /// Between finding a port free and PostgreSQL taking it somebody else may take it, hence more than one try.
    private static EmbeddedPostgres startOnFreePort(
            Path folder,
            PostgresBinaries binaries,
            Cluster cluster,
            LeastPrivilege privilege,
            Path log,
            Map<String, String> settings,
            String password)
            throws IOException {
        Path output = folder.resolve("log").resolve("postgres-start.log");
        for (int attempt = 1; ; attempt++) {
            int port = RememberedPort.in(folder).choose();
            List<String> command = Tether.joined(
                    privilege.prefix(), Tether.around(Signal.INT, postgres(binaries, cluster, port, log, settings)));
            Child postmaster = Child.start(
                    "PostgreSQL",
                    Cluster.withoutOurSettings(new ProcessBuilder(command))
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile()));
            if (becomesReady(postmaster, cluster)) {
                return new EmbeddedPostgres(postmaster, port, password);
            }
            if (attempt == 3) {
                throw new CannotStart("PostgreSQL does not start: %s. More is in %s and %s."
                        .formatted(Cluster.lastLine(output), output, log));
            }
        }
    }

    private static List<String> postgres(
            PostgresBinaries binaries, Cluster cluster, int port, Path log, Map<String, String> settings) {
        var command = new ArrayList<>(List.of(
                binaries.program("postgres").toString(), "-D", cluster.data().toString()));
        set(command, "listen_addresses", "127.0.0.1");
        set(command, "port", Integer.toString(port));
        set(command, "unix_socket_directories", "");
        set(command, "max_connections", "100");
        set(command, "shared_buffers", "64MB");
        // A week of logs, a file a day.
        set(command, "logging_collector", "on");
        set(command, "log_directory", log.toString());
        set(command, "log_filename", "postgres-%a.log");
        set(command, "log_truncate_on_rotation", "on");
        set(command, "log_rotation_age", "1d");
        set(command, "log_rotation_size", "0");
        // A failing statement may carry a secret.
        set(command, "log_min_error_statement", "panic");
        settings.forEach((name, value) -> set(command, name, value));
        return List.copyOf(command);
    }

    private static void set(List<String> command, String name, String value) {
        command.add("-c");
        command.add(name + "=" + value);
    }

    /// PostgreSQL writes its state into line 8 of its pid file; line 1 must be our child, not a predecessor.
    private static boolean becomesReady(Child postmaster, Cluster cluster) throws IOException {
        Path pidFile = cluster.data().resolve("postmaster.pid");
        Instant deadline = Instant.now().plus(STARTS_WITHIN);
        while (postmaster.isAlive() && Instant.now().isBefore(deadline)) {
            if (Files.exists(pidFile)) {
                List<String> lines = linesOf(pidFile);
                if (lines.size() >= 8
                        && lines.getFirst().strip().equals(Long.toString(postmaster.pid()))
                        && lines.get(7).strip().equals("ready")) {
                    return true;
                }
            }
            if (postmaster.endsWithin(Duration.ofMillis(20))) {
                return false;
            }
        }
        postmaster.stop(Duration.ofSeconds(5), Signal.QUIT);
        return false;
    }

    private static List<String> linesOf(Path pidFile) throws IOException {
        try {
            return Files.readAllLines(pidFile);
        } catch (java.nio.file.NoSuchFileException e) {
            return List.of();
        }
    }

    public DatabaseLogin owner(String database) {
        return new DatabaseLogin(url(database), Cluster.OWNER, ownerPassword);
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    public Child process() {
        return postmaster;
    }

    public int port() {
        return port;
    }

    /// Fast shutdown: open transactions are rolled back, everything committed is written.
    @Override
    public void close() {
        postmaster.stop(STOPS_WITHIN, Signal.INT, Signal.QUIT);
    }
}
