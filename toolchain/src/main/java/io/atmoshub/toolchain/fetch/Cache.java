package io.atmoshub.toolchain.fetch;

import io.atmoshub.toolchain.Checksum;
import io.atmoshub.toolchain.Guard;
import io.atmoshub.toolchain.Progress;
import io.atmoshub.toolchain.WholeFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What was fetched, shared by all projects and processes of a person: files under their SHA-256, and for each address
/// which file it gave. When there is too much, the least recently used goes first.
public final class Cache {
    private static final String FILES = "files";
    private static final String ADDRESSES = "addresses";
    private static final String DOCUMENTS = "documents";

    private final Path folder;
    private final long maxBytes;

    private Cache(Path folder, long maxBytes) {
        this.folder = folder;
        this.maxBytes = maxBytes;
    }

    /// In `folder`, or, when that can't be written, said aloud, in `instead`.
    public static Cache in(Path folder, long maxBytes, Path instead, Progress progress) {
        try {
            return writable(folder, maxBytes);
        } catch (IOException e) {
            progress.say("The cache %s can't be written (%s): what is fetched is not kept for the next time."
                    .formatted(folder, e.getClass().getSimpleName()));
        }
        try {
            return writable(instead, maxBytes);
        } catch (IOException e) {
            throw Disk.trouble(e);
        }
    }

    private static Cache writable(Path folder, long maxBytes) throws IOException {
        Files.createDirectories(folder);
        for (String part : List.of(FILES, ADDRESSES, DOCUMENTS, "partial")) {
            Files.createDirectories(folder.resolve(part));
        }
        Path proof = Files.createTempFile(folder, "writable", "");
        Files.delete(proof);
        return new Cache(folder, maxBytes);
    }

    public Path folder() {
        return folder;
    }

    /// A file that is open, so it can be read even when it is cleaned away meanwhile.
    /// `fresh` says that it was fetched just now.
    public record Hit(FileChannel channel, Checksum sha256, long size, boolean fresh) implements AutoCloseable {
        /// From its first byte, however often.
        public InputStream open() {
            return new FromStart(channel);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    /// What an address gave before.
    Optional<Checksum> given(String address) throws IOException {
        try {
            List<String> lines = Files.readAllLines(note(address));
            return lines.size() >= 2 && lines.getFirst().equals(address) ? Checksum.of(lines.get(1)) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    void forget(String address) throws IOException {
        Files.deleteIfExists(note(address));
    }

    /// Nothing when it is not here, or is not what it was: a file that changed is thrown away.
    Optional<Hit> open(Checksum sha256) throws IOException {
        Path file = file(sha256);
        FileChannel channel;
        try {
            channel = FileChannel.open(file);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        try {
            if (Hashing.of(channel, sha256.algorithm()).equals(sha256)) {
                touch(file);
                return Optional.of(new Hit(channel, sha256, channel.size(), false));
            }
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        Files.deleteIfExists(file);
        return Optional.empty();
    }

    /// Takes a finished download over, under what it adds up to.
    Hit keep(Path finished, Checksum sha256, String address) throws IOException {
        Path file = file(sha256);
        FileChannel channel = FileChannel.open(finished);
        try {
            Files.createDirectories(file.getParent());
            WholeFile.move(finished, file);
            touch(file);
            WholeFile.write(note(address), address + "\n" + sha256 + "\n");
            shrink();
            return new Hit(channel, sha256, channel.size(), true);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static void touch(Path file) throws IOException {
        try {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
        } catch (NoSuchFileException e) {
            // Cleaned away this moment; who has it open goes on reading.
        }
    }

    Path partial(String address) {
        return folder.resolve("partial").resolve(key(address));
    }

    Path document(String address) {
        return folder.resolve(DOCUMENTS).resolve(key(address));
    }

    private Path note(String address) {
        return folder.resolve(ADDRESSES).resolve(key(address));
    }

    private Path file(Checksum sha256) {
        return folder.resolve(FILES).resolve(sha256.hex().substring(0, 2)).resolve(sha256.hex());
    }

    private static String key(String address) {
        return Checksum.sha256(address).hex().substring(0, 40);
    }

    private record Old(Path file, FileTime used, long size) {}

    /// The newest always stays, however large: somebody is about to use it.
    void shrink() throws IOException {
        Optional<Guard> guard = Guard.ifFree(folder.resolve("shrink.lock"));
        if (guard.isEmpty()) {
            return;
        }
        try (Guard _ = guard.get()) {
            var all = new ArrayList<Old>();
            for (String part : List.of(FILES, DOCUMENTS)) {
                collect(folder.resolve(part), all);
            }
            long size = all.stream().mapToLong(Old::size).sum();
            all.sort(Comparator.comparing(Old::used));
            for (Old old : all.subList(0, Math.max(0, all.size() - 1))) {
                if (size <= maxBytes) {
                    break;
                }
                Files.deleteIfExists(old.file());
                size -= old.size();
            }
        }
    }

    private static void collect(Path folder, List<Old> all) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                try {
                    all.add(new Old(file, Files.getLastModifiedTime(file), Files.size(file)));
                } catch (NoSuchFileException e) {
                    // Another process cleaned it away: just what we are about to do.
                }
            }
        }
    }

    /// How many bytes are kept.
    public long size() {
        try {
            var all = new ArrayList<Old>();
            collect(folder, all);
            return all.stream().mapToLong(Old::size).sum();
        } catch (IOException e) {
            throw Disk.trouble(e);
        }
    }

    /// Throws all away. Downloads that run this moment begin again.
    public void clear() {
        try {
            for (String part : List.of(FILES, ADDRESSES, DOCUMENTS)) {
                WholeFile.delete(folder.resolve(part));
                Files.createDirectories(folder.resolve(part));
            }
            try (Stream<Path> partial = Files.list(folder.resolve("partial"))) {
                for (Path file :
                        (Iterable<Path>) partial.filter(one -> !one.toString().endsWith(".lock"))::iterator) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw Disk.trouble(e);
        }
    }
}
