package io.atmoshub.server.launcher.wildfly;

import io.atmoshub.server.launcher.CannotStart;
import io.atmoshub.server.launcher.child.Child;
import io.atmoshub.server.launcher.child.Orphans;
import io.atmoshub.server.launcher.child.Signal;
import io.atmoshub.server.launcher.settings.Settings.LogFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/// Where one running server keeps its configuration and what it writes. It lies in the data folder and not in the
/// distribution, so that the distribution may be read-only and serve several hubs. The configuration is copied anew on
/// each start: a new version brings its own, and nothing half-written survives a crash.
public record ServerFolder(Path folder, KeptClasses classes) {
    static final String CONFIGURATION = "hub.xml";

    public static ServerFolder prepare(Path distribution, Path data, LogFormat format) {
        Path folder = data.resolve("server");
        Path configuration = folder.resolve("configuration");
        var classes = KeptClasses.in(folder, distribution);
        try {
            for (String part : List.of("configuration", "data", "deployments", "tmp")) {
                Files.createDirectories(folder.resolve(part));
            }
            emptied(configuration);
            emptied(folder.resolve("tmp"));
            classes.deleteOthers();
            copy(distribution.resolve("server/standalone/configuration"), configuration);
            choose(format, configuration.resolve(CONFIGURATION));
        } catch (IOException e) {
            throw new CannotStart("Can't prepare the server's folder %s: %s".formatted(folder, e.getMessage()), e);
        }
        return new ServerFolder(folder, classes);
    }

    /// A server that outlived its killed launcher would still hold the port, busy with a request or two.
    public static void stopOrphan(Path data) {
        try {
            new Orphans(data.resolve("server"), Path.of("bin", "java")).stopAll(Signal.KILL);
        } catch (IOException e) {
            throw new CannotStart("Can't look for a server that was left behind: " + e.getMessage(), e);
        }
    }

    /// What is worth keeping for the next start.
    public void after(Child server) {
        classes.keep(server);
    }

    public Path keyStore() {
        return folder.resolve("configuration").resolve("application.keystore");
    }

    /// WildFly takes no expression for the name of a formatter, so the choice is made in the file.
    private static void choose(LogFormat format, Path file) throws IOException {
        String text = Files.readString(file);
        Files.writeString(
                file,
                text.replace("<named-formatter name=\"TEXT\"/>", "<named-formatter name=\"" + format.name() + "\"/>"));
    }

    private static void emptied(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                if (!file.equals(folder)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
