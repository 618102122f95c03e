package io.atmoshub.mirror.blob;

import io.atmoshub.toolchain.Checksum;
import io.atmoshub.toolchain.fetch.Hashing;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Blobs in a folder, which several nodes may share: `blobs/ab/ab12…`, written as `incoming/…`, synced, then renamed;
/// what is damaged lies in `damaged/` for people to look at.
public final class DiskBlobs implements Blobs {
    /// So few bytes are added up faster than anybody would notice; they are, each time.
    private static final long SMALL = 64 * 1024;

    private static final Duration ABANDONED = Duration.ofMinutes(1);
    private static final int MOST_REMEMBERED = 100_000;

    private final Path blobs;
    private final Path incoming;
    private final Path damaged;
    private final Rot rot;
    /// How files looked when they were last read as a whole and found right.
    private final ConcurrentHashMap<BlobId, FileStamp> right = new ConcurrentHashMap<>();

    public DiskBlobs(Path folder, Rot rot) throws IOException {
        this.blobs = Files.createDirectories(folder.resolve("blobs"));
        this.incoming = Files.createDirectories(folder.resolve("incoming"));
        this.damaged = Files.createDirectories(folder.resolve("damaged"));
        this.rot = rot;
        sweep();
    }

    @Override
    public Incoming begin() throws IOException {
        return Incoming.at(incoming.resolve(UUID.randomUUID().toString()));
    }

    @Override
    public BlobId keep(Incoming arrived) throws IOException {
        BlobId id = arrived.id();
        arrived.sync();
        Path shelf = blobs.resolve(id.shelf());
        Path file = shelf.resolve(id.hex());
        createShelf(shelf);
        Files.move(arrived.file(), file, StandardCopyOption.ATOMIC_MOVE);
        sync(shelf);
        remember(id, FileStamp.of(file));
        return id;
    }

    @Override
    public Optional<OpenBlob> open(BlobId id) throws IOException {
        Path file = file(id);
        FileChannel channel;
        try {
            channel = FileChannel.open(file, StandardOpenOption.READ);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        try {
            FileStamp now = FileStamp.of(file);
            if ((now.size() > SMALL && now.equals(right.get(id))) || isRight(id, channel)) {
                remember(id, now);
                return Optional.of(new OpenBlob(id, channel, channel.size()));
            }
            channel.close();
            putAside(id, file);
            return Optional.empty();
        } catch (NoSuchFileException e) {
            channel.close();
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public boolean delete(BlobId id) throws IOException {
        right.remove(id);
        return Files.deleteIfExists(file(id));
    }

    @Override
    public void each(Consumer<BlobId> visitor) throws IOException {
        try (Stream<Path> shelves = Files.list(blobs)) {
            for (Path shelf : (Iterable<Path>) shelves::iterator) {
                try (DirectoryStream<Path> files = Files.newDirectoryStream(shelf)) {
                    files.forEach(
                            file -> visitor.accept(new BlobId(file.getFileName().toString())));
                }
            }
        }
    }

    @Override
    public boolean intact(BlobId id) throws IOException {
        right.remove(id);
        Optional<OpenBlob> open = open(id);
        if (open.isPresent()) {
            open.get().close();
        }
        return open.isPresent();
    }

    Path file(BlobId id) {
        return blobs.resolve(id.shelf()).resolve(id.hex());
    }

    private static boolean isRight(BlobId id, FileChannel channel) throws IOException {
        return Hashing.of(channel, Checksum.Algorithm.SHA256).equals(id.sha256());
    }

    private void putAside(BlobId id, Path file) throws IOException {
        right.remove(id);
        try {
            Files.move(file, damaged.resolve(id.hex()), StandardCopyOption.ATOMIC_MOVE);
            rot.found(id, file.toString());
        } catch (NoSuchFileException e) {
            // Another reader noticed at the same moment.
        }
    }

    private void remember(BlobId id, FileStamp stamp) {
        if (right.size() >= MOST_REMEMBERED) {
            right.clear();
        }
        right.put(id, stamp);
    }

    private void createShelf(Path shelf) throws IOException {
        try {
            Files.createDirectory(shelf);
            sync(blobs);
        } catch (FileAlreadyExistsException e) {
            // As nearly always.
        }
    }

    /// A new name lasts once its folder is written.
    private static void sync(Path folder) throws IOException {
        try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
            entries.force(true);
        }
    }

    /// Takes away what killed processes left: files that nobody has locked.
    private void sweep() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(incoming)) {
            for (Path file : files) {
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                        FileLock lock = channel.tryLock()) {
                    Instant touched = Files.getLastModifiedTime(file).toInstant();
                    if (lock != null && touched.isBefore(Instant.now().minus(ABANDONED))) {
                        Files.deleteIfExists(file);
                    }
                } catch (NoSuchFileException | OverlappingFileLockException e) {
                    // Finished just now, or another store of this process is at it.
                }
            }
        }
    }
}
