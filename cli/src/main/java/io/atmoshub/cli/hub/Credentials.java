package io.atmoshub.cli.hub;

import io.atmoshub.client.HubOverHttp;
import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.HubJson;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.core.JacksonException;

/// Which hub this person uses and the token for it, in a file that only they can read.
public final class Credentials {
    /// What the file holds.
    public record Stored(URI hub, String token) {
        @Override
        public String toString() {
            return "Stored[" + hub + ", …]";
        }
    }

    private final Path file;

    private Credentials(Path file) {
        this.file = file;
    }

    public static Credentials of(Map<String, String> environment) {
        String config = environment.getOrDefault("XDG_CONFIG_HOME", "");
        // The standard has relative paths ignored.
        Path folder = !config.isEmpty() && Path.of(config).isAbsolute()
                ? Path.of(config)
                : Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")), ".config");
        return new Credentials(folder.resolve("atmos-hub").resolve("credentials.json"));
    }

    public Path file() {
        return file;
    }

    public Optional<Stored> read() {
        try {
            return Optional.of(HubJson.read(Files.readString(file), Stored.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | JacksonException e) {
            throw new HubException(
                    ErrorCode.INVALID_INPUT,
                    "%s can't be read.".formatted(file),
                    "Delete it and log in again: atmos hub login URL --token-stdin",
                    e);
        }
    }

    /// The hub this person is logged in to.
    public HubOverHttp hub() {
        Stored stored = read().orElseThrow(() -> new HubException(
                ErrorCode.NOT_SIGNED_IN,
                "You are not logged in to a hub.",
                "Make a token on the hub's My tokens page, then: atmos hub login URL --token-stdin"));
        return HubOverHttp.withToken(stored.hub(), stored.token());
    }

    /// All at once and never readable by others, not even for a moment.
    public void write(Stored stored) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IllegalStateException("No folder: " + file);
        }
        Path draft = folder.resolve(".credentials-" + UUID.randomUUID());
        try {
            createPrivate(folder);
            try (var channel = Files.newByteChannel(
                            draft, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mode("rw-------"));
                    var out = Channels.newOutputStream(channel)) {
                out.write((HubJson.write(stored) + "\n").getBytes(StandardCharsets.UTF_8));
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            draft.toFile().delete();
            throw new HubException(
                    ErrorCode.UNAVAILABLE,
                    "%s can't be written (%s).".formatted(file, e.getMessage()),
                    "See who owns the folder, or choose another with XDG_CONFIG_HOME.",
                    e);
        }
    }

    /// False when there was nothing to forget.
    public boolean forget() {
        try {
            return Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new HubException(
                    ErrorCode.UNAVAILABLE, "%s can't be deleted.".formatted(file), "See who owns the folder.", e);
        }
    }

    private static void createPrivate(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Path parent = folder.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.createDirectory(folder, mode("rwx------"));
        }
    }

    private static FileAttribute<?>[] mode(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
