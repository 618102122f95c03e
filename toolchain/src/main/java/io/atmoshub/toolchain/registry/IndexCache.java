package io.atmoshub.toolchain.registry;

import io.atmoshub.toolchain.Checksum;
import io.atmoshub.toolchain.WholeFile;
import io.atmoshub.toolchain.fetch.Disk;
import io.atmoshub.toolchain.fetch.Documents;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/// Keeps the indexes of large registries beside what was downloaded, so that a warm start neither reads nor parses
/// YAML. An index knows what it was made from, and is made again when that is something else.
final class IndexCache {
    /// In this time a file may change twice without its date telling.
    private static final Duration BLUR = Duration.ofSeconds(2);

    private final Path folder;
    private final Duration ttl;
    private final boolean offline;

    IndexCache(Path folder, Duration ttl, boolean offline) {
        this.folder = folder;
        this.ttl = ttl;
        this.offline = offline;
    }

    /// Takes an index to be kept.
    interface Keep {
        void keep(byte[] index);
    }

    /// Makes a registry of a file.
    interface Reader {
        Registry read(Path file, byte[] stamp, Keep keep);
    }

    Registry of(Path file, Reader reader) {
        try {
            byte[] stamp = RegistryOpener.stamp(file);
            Path place = place(file.toAbsolutePath().toString());
            Optional<PackageIndex> kept = kept(file.toString(), place);
            if (kept.isPresent() && Arrays.equals(kept.get().stamp(), stamp)) {
                return new IndexedRegistry(kept.get(), Map.of());
            }
            boolean settled = Files.getLastModifiedTime(file)
                    .toInstant()
                    .isBefore(Instant.now().minus(BLUR));
            return reader.read(file, stamp, index -> {
                if (settled) {
                    keep(place, index);
                }
            });
        } catch (IOException e) {
            throw Disk.trouble(e);
        }
    }

    /// As long as the index is young, nobody asks the server.
    PackageIndex of(URI address, Documents documents) {
        Path place = place(address.toString());
        Optional<PackageIndex> kept = kept(address.toString(), place);
        if (kept.isPresent() && (offline || young(place))) {
            return kept.get();
        }
        byte[] bytes = documents.get(address, Map.of());
        byte[] stamp = HexFormat.of().parseHex(Checksum.sha256(bytes).hex());
        if (kept.isPresent() && Arrays.equals(kept.get().stamp(), stamp)) {
            touch(place);
            return kept.get();
        }
        byte[] index = IndexWriter.index(address.toString(), new String(bytes, StandardCharsets.UTF_8), stamp);
        keep(place, index);
        return PackageIndex.of(address.toString(), index);
    }

    private Path place(String source) {
        return folder.resolve(Checksum.sha256(source).hex().substring(0, 40) + ".index");
    }

    private static Optional<PackageIndex> kept(String file, Path place) {
        try {
            return Optional.of(PackageIndex.read(file, place));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private boolean young(Path place) {
        try {
            Duration age = Duration.between(Files.getLastModifiedTime(place).toInstant(), Instant.now());
            return !age.isNegative() && age.compareTo(ttl) < 0;
        } catch (IOException e) {
            return false;
        }
    }

    /// A cache that can't be written only costs time.
    private static void keep(Path place, byte[] index) {
        try {
            WholeFile.write(place, index);
        } catch (IOException e) {
            return;
        }
    }

    private static void touch(Path place) {
        try {
            Files.setLastModifiedTime(place, FileTime.from(Instant.now()));
        } catch (IOException e) {
            return;
        }
    }
}
