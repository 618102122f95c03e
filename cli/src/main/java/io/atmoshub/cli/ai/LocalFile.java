package io.atmoshub.cli.ai;

import io.atmoshub.hub.session.Happening;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Writes an approved file into a folder: never outside it, never through a link, and only over what the
/// person saw as its base.
record LocalFile(Path folder) {
    void write(Happening.FileWritten written) throws IOException {
        write(written.path(), written.baseHash(), written.content());
    }

    void write(String path, @Nullable String baseHash, String content) throws IOException {
        Path root = folder.toRealPath();
        Path file = root.resolve(path).normalize();
        Path parent = file.getParent();
        if (parent == null || !file.startsWith(root) || file.equals(root)) {
            throw new IOException("it is outside the folder");
        }
        refuseLinks(root, file);
        String hash = Files.exists(file) ? sha256(Files.readAllBytes(file)) : null;
        if (!same(hash, baseHash)) {
            throw new IOException("it changed in the meantime");
        }
        Files.createDirectories(parent);
        // Not a temporary file of the JDK's: those are private, and a new file of a project is not.
        Path draft = parent.resolve(".atmos-%s.tmp".formatted(UUID.randomUUID()));
        try {
            Files.writeString(draft, content, StandardOpenOption.CREATE_NEW);
            if (hash != null && Files.getFileStore(file).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(draft, Files.getPosixFilePermissions(file));
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void refuseLinks(Path root, Path file) throws IOException {
        for (Path part = file; part != null && !part.equals(root); part = part.getParent()) {
            if (Files.isSymbolicLink(part)) {
                throw new IOException("%s is a link".formatted(root.relativize(part)));
            }
            if (part.equals(file) && Files.exists(part) && !Files.isRegularFile(part, LinkOption.NOFOLLOW_LINKS)) {
                throw new IOException("it is no plain file");
            }
        }
    }

    private static boolean same(@Nullable String one, @Nullable String other) {
        return one == null ? other == null : one.equals(other);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
