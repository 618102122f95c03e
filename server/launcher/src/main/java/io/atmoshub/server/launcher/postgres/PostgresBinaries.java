package io.atmoshub.server.launcher.postgres;

import io.atmoshub.server.launcher.CannotStart;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// PostgreSQL's programs, unpacked from the class path. They are unpacked beside their place and moved there when
/// complete; a seal remembers what complete means, so that a folder that lost files is unpacked again.
record PostgresBinaries(Path folder) {
    /// In the name of the folder, so that a new version never runs out of an old folder.
    static final String VERSION = "18.6";

    private static final String SEAL = ".complete";

    static PostgresBinaries unpackedIn(Path parent) {
        Path folder = parent.resolve("postgres-" + VERSION);
        try {
            if (!isComplete(folder)) {
                Trees.delete(folder);
                Path half = Files.createTempDirectory(Files.createDirectories(parent), "unpacking-");
                unpack(half);
                Files.writeString(half.resolve(SEAL), measure(half));
                Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rwxr-xr-x"));
                Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
            }
            deleteLeftovers(parent);
        } catch (IOException e) {
            throw new CannotStart(
                    "Can't unpack PostgreSQL into %s: %s. Is the folder writable and the disk not full?"
                            .formatted(parent, e.getMessage()),
                    e);
        }
        return new PostgresBinaries(folder);
    }

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    private static boolean isComplete(Path folder) throws IOException {
        Path seal = folder.resolve(SEAL);
        return Files.isRegularFile(seal) && Files.readString(seal).equals(measure(folder));
    }

    /// How many files of how many bytes: what is cheap to ask on every start.
    private static String measure(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            long[] sizes = files.filter(file -> Files.isRegularFile(file)
                            && !file.getFileName().toString().equals(SEAL))
                    .mapToLong(file -> file.toFile().length())
                    .toArray();
            return "%d files, %d bytes"
                    .formatted(sizes.length, java.util.Arrays.stream(sizes).sum());
        }
    }

    private static void unpack(Path folder) throws IOException {
        String archive = archiveOfThisMachine();
        try (InputStream packed = PostgresBinaries.class.getResourceAsStream("/" + archive)) {
            if (packed == null) {
                throw new CannotStart(
                        "This build has no PostgreSQL for %s (%s). Name a database of your own with ATMOS_HUB_DB_URL."
                                .formatted(System.getProperty("os.name"), System.getProperty("os.arch")));
            }
            try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    unpack(entry, tar, folder);
                }
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path folder) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("The archive names a file outside of it: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(target, folder.resolve(entry.getLinkName()));
        } else {
            Files.copy(content, target);
            boolean program = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    private static String archiveOfThisMachine() {
        String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return arch.equals("aarch64") ? "postgres-linux-arm_64.txz" : "postgres-linux-x86_64.txz";
    }

    private static void deleteLeftovers(Path parent) throws IOException {
        try (Stream<Path> siblings = Files.list(parent)) {
            for (Path sibling : siblings.toList()) {
                if (sibling.getFileName().toString().startsWith("unpacking-")) {
                    Trees.delete(sibling);
                }
            }
        }
    }
}
