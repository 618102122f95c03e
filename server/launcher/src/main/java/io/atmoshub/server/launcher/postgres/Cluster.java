package io.atmoshub.server.launcher.postgres;

import io.atmoshub.server.launcher.CannotStart;
import io.atmoshub.server.launcher.child.Tether;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/// The files of the databases. Made beside their place and moved there when complete, like the programs.
record Cluster(Path data) {
    static final String OWNER = "atmos_hub";

    /// The major version that the files were made by; PostgreSQL reads no other's.
    private static final String MAJOR = PostgresBinaries.VERSION.substring(0, PostgresBinaries.VERSION.indexOf('.'));

    static Cluster readyIn(Path folder, PostgresBinaries binaries, LeastPrivilege privilege, String ownerPassword) {
        Path data = folder.resolve("postgres-data");
        try {
            deleteLeftovers(folder);
            if (Files.exists(data.resolve("PG_VERSION"))) {
                refuseOtherMajor(data);
            } else {
                make(folder, data, binaries, privilege, ownerPassword);
            }
            privilege.handOver(data);
            return new Cluster(data);
        } catch (IOException e) {
            throw new CannotStart(
                    "Can't prepare the database files in %s: %s. Is the folder writable and the disk not full?"
                            .formatted(data, e.getMessage()),
                    e);
        }
    }

    private static void make(
            Path folder, Path data, PostgresBinaries binaries, LeastPrivilege privilege, String ownerPassword)
            throws IOException {
        Path half = Files.createTempDirectory(folder, "initdb-");
        Path cluster = Files.createDirectory(half.resolve("data"));
        Path passwordFile = half.resolve("password");
        Secret.write(passwordFile, ownerPassword);
        privilege.handOver(half);
        List<String> initdb = List.of(
                binaries.program("initdb").toString(),
                "--pgdata=" + cluster,
                "--username=" + OWNER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                // More rounds make guessing dear, and nobody guesses 192 random bits; each connection pays for them.
                "--set=scram_iterations=16",
                "--encoding=UTF8",
                // PostgreSQL's own locale: sorts alike on every machine and needs none of the system's.
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--data-checksums",
                "--no-instructions");
        Path output = half.resolve("output");
        int exit = run(Tether.joined(privilege.prefix(), initdb), output);
        if (exit != 0) {
            throw new CannotStart("PostgreSQL's initdb failed in %s: %s".formatted(folder, lastLine(output)));
        }
        Files.move(cluster, data, StandardCopyOption.ATOMIC_MOVE);
        Trees.delete(half);
    }

    /// They hold passwords, and the user that PostgreSQL runs as could read them there.
    static ProcessBuilder withoutOurSettings(ProcessBuilder command) {
        command.environment().keySet().removeIf(name -> name.startsWith("ATMOS_HUB_"));
        return command;
    }

    private static int run(List<String> command, Path output) throws IOException {
        try {
            return withoutOurSettings(new ProcessBuilder(command))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start()
                    .waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    private static void refuseOtherMajor(Path data) throws IOException {
        String version = Files.readString(data.resolve("PG_VERSION")).strip();
        if (!version.equals(MAJOR)) {
            throw new CannotStart(
                    "The database files in %s were made by PostgreSQL %s; this Atmos Hub brings %s. Move them with pg_dump of the old version."
                            .formatted(data, version, MAJOR));
        }
    }

    private static void deleteLeftovers(Path folder) throws IOException {
        try (Stream<Path> siblings = Files.list(folder)) {
            for (Path sibling : siblings.toList()) {
                if (sibling.getFileName().toString().startsWith("initdb-")) {
                    Trees.delete(sibling);
                }
            }
        }
    }

    static String lastLine(Path output) throws IOException {
        return Files.readString(output, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .reduce((first, second) -> second)
                .orElse("it said nothing");
    }
}
