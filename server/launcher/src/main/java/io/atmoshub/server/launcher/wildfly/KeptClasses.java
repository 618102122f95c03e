package io.atmoshub.server.launcher.wildfly;

import io.atmoshub.server.launcher.child.Child;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The classes of the server as Java has them in memory, in a file: reading some twenty thousand of them from their
/// libraries is a quarter of a start's work. Java writes the file at the end of an orderly run that had none, and takes
/// from it only classes whose bytes are still the same. It belongs to one Java and one installation of the hub.
record KeptClasses(Path file) {
    private static final int ENDED_BY_TERM = 143;
    private static final Pattern AGENT = Pattern.compile("-javaagent:|-agentlib:|-agentpath:|-Xrun");

    static KeptClasses in(Path folder, Path distribution) {
        long installed = distribution.resolve("server/hub.war").toFile().lastModified();
        int java = System.getProperty("java.vm.version", "").hashCode();
        return new KeptClasses(folder.resolve("classes-%x-%x.jsa".formatted(java, installed)));
    }

    /// Java checks the file's sums, for damaged memory would end the server. Its log would only tell of opened modules.
    /// @param others Java's other options: with an agent, which may change any class, it refuses to keep them
    List<String> options(Collection<String> others) {
        if (Stream.concat(
                        others.stream(),
                        Stream.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS").map(KeptClasses::variable))
                .anyMatch(option -> AGENT.matcher(option).find())) {
            return List.of();
        }
        return Files.exists(file)
                ? List.of("-XX:SharedArchiveFile=" + file, "-XX:+VerifySharedSpaces", "-Xlog:cds=off", "-Xlog:aot=off")
                : List.of("-XX:ArchiveClassesAtExit=" + fresh(), "-Xlog:cds=off", "-Xlog:aot=off");
    }

    /// What others left, and what was half-written when its server was killed.
    void deleteOthers() throws IOException {
        try (var archives = Files.newDirectoryStream(file.resolveSibling(""), "classes-*.jsa*")) {
            for (Path archive : archives) {
                if (!archive.equals(file)) {
                    Files.delete(archive);
                }
            }
        }
    }

    /// After the server's end: from now on they count, if that was orderly. Without them a start is slower, no more.
    void keep(Child ended) {
        if (ended.isAlive() || ended.exitCode() != ENDED_BY_TERM || !Files.exists(fresh())) {
            return;
        }
        try {
            try (var written = FileChannel.open(fresh(), StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(fresh(), file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            fresh().toFile().delete();
        }
    }

    private static String variable(String name) {
        return Objects.requireNonNullElse(System.getenv(name), "");
    }

    private Path fresh() {
        return file.resolveSibling(file.getFileName() + ".new");
    }
}
