package io.atmoshub.project.remote;

import io.atmoshub.project.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What was fetched before. Every origin has a folder with its versions, which never change, and a file `now` that
/// names the present one; its time is when the origin was asked. Several processes may use it at once.
final class RemoteCache {
    private static final String OWN_NAME = "atmos-imports";

    /// The one folder of this process, once it is needed.
    private static final ConcurrentMap<String, Path> OWN = new ConcurrentHashMap<>();

    private final @Nullable Path folder;

    record Version(Path folder, Instant askedAt) {}

    /// Puts content into a folder and gives it a name that changes with it.
    interface Fetch {
        String into(Path folder, Path scratch) throws IOException;
    }

    /// @param folder nothing for one of this process, made when it is needed
    RemoteCache(@Nullable Path folder) {
        this.folder = folder;
    }

    /// The person's own, or, where the environment may not be seen, one of this process.
    static RemoteCache under(Limits limits) {
        return new RemoteCache(limits.variable("ATMOS_XDG_CACHE_HOME")
                .or(() -> limits.variable("XDG_CACHE_HOME"))
                .filter(place -> Path.of(place).isAbsolute())
                .map(Path::of)
                .or(() ->
                        limits.variable("HOME").filter(home -> !home.isBlank()).map(home -> Path.of(home, ".cache")))
                .map(place -> place.resolve("atmos-hub").resolve("imports"))
                .orElse(null));
    }

    private static Path made(String name) {
        try {
            Path made = Files.createTempDirectory(name);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(made)));
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path folder() {
        return folder == null ? OWN.computeIfAbsent(OWN_NAME, RemoteCache::made) : folder;
    }

    /// Whether a file is one that was fetched.
    boolean isCopy(Path file) {
        Path kept = folder == null ? OWN.get(OWN_NAME) : folder;
        return kept != null && file.startsWith(kept);
    }

    Optional<Version> version(String origin) {
        Path now = place(origin).resolve("now");
        try {
            Path version = place(origin).resolve(Files.readString(now).strip()).normalize();
            return version.startsWith(place(origin)) && Files.isDirectory(version)
                    ? Optional.of(
                            new Version(version, Files.getLastModifiedTime(now).toInstant()))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    Version keep(String origin, Fetch fetch) throws IOException {
        Path place = Files.createDirectories(place(origin));
        Path work = Files.createTempDirectory(place, "work");
        try {
            Path content = Files.createDirectory(work.resolve("content"));
            String name = "at-" + fetch.into(content, Files.createDirectory(work.resolve("scratch")));
            Path version = place.resolve(name);
            if (!Files.isDirectory(version)) {
                try {
                    Files.move(content, version, StandardCopyOption.ATOMIC_MOVE);
                } catch (IOException e) {
                    // Another process was quicker, with the same.
                    if (!Files.isDirectory(version)) {
                        throw e;
                    }
                }
            }
            Path now = Files.writeString(work.resolve("now"), name);
            Files.move(now, place.resolve("now"), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return new Version(
                    version, Files.getLastModifiedTime(place.resolve("now")).toInstant());
        } finally {
            delete(work);
        }
    }

    private Path place(String origin) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(origin.getBytes(StandardCharsets.UTF_8));
            return folder().resolve(HexFormat.of().formatHex(hash, 0, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.toList().reversed()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            // What is left there harms nobody.
        }
    }
}
