package io.atmoshub.server.launcher;

import io.atmoshub.server.launcher.postgres.DataLock;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;

/// The one folder that holds everything a hub keeps. While it is open no other launcher can open it.
record DataFolder(Path path, DataLock lock) implements AutoCloseable {
    /// A restart by a service manager may overlap with the end of the predecessor.
    private static final Duration PREDECESSOR_STOPS_WITHIN = Duration.ofSeconds(5);

    static DataFolder open(Path path) {
        try {
            Path parent = path.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            if (!Files.isDirectory(path)) {
                Files.createDirectory(
                        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x")));
            }
            if (!Files.isWritable(path)) {
                throw refused(path, "it is not writable");
            }
            DataLock lock = DataLock.take(path, PREDECESSOR_STOPS_WITHIN);
            Files.createDirectories(path.resolve("log"));
            Files.createDirectories(path.resolve("projects"));
            return new DataFolder(path, lock);
        } catch (IOException e) {
            throw refused(path, reason(e));
        }
    }

    Path log() {
        return path.resolve("log");
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    /// The messages of these exceptions are nothing but a path.
    private static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException denied -> "no permission for " + denied.getFile();
            case FileAlreadyExistsException file -> file.getFile() + " is no folder";
            case NoSuchFileException missing -> missing.getFile() + " can't be made";
            default -> String.valueOf(e.getMessage());
        };
    }

    private static CannotStart refused(Path path, String why) {
        return new CannotStart(
                "Can't use the data folder %s: %s. Make it writable, or set ATMOS_HUB_DATA to another folder."
                        .formatted(path, why));
    }
}
