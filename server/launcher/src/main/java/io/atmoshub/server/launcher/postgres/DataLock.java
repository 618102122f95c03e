package io.atmoshub.server.launcher.postgres;

import io.atmoshub.server.launcher.CannotStart;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One launcher a data folder. The kernel lets go of the lock however the launcher ends.
public final class DataLock implements AutoCloseable {
    private final FileChannel channel;

    private DataLock(FileChannel channel) {
        this.channel = channel;
    }

    /// Waits a moment, for a predecessor that is just stopping.
    public static DataLock take(Path data, Duration patience) {
        Path file = data.resolve("launcher.lock");
        Instant deadline = Instant.now().plus(patience);
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            while (tryLock(channel) == null) {
                if (Instant.now().isAfter(deadline)) {
                    channel.close();
                    throw new CannotStart(
                            "Another Atmos Hub (process %s) uses the data folder %s. Stop it, or set ATMOS_HUB_DATA to another folder."
                                    .formatted(Files.readString(file).strip(), data));
                }
                Thread.sleep(100);
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
            return new DataLock(channel);
        } catch (IOException e) {
            throw new CannotStart(
                    "Can't write to the data folder %s: %s. Make it writable, or set ATMOS_HUB_DATA to another folder."
                            .formatted(data, e.getMessage()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted while waiting for the data folder " + data, e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
