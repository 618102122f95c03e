package io.atmoshub.toolchain;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/// Holds a file that only one process, and in it one thread, can hold at a time. It is let go of when the process ends,
/// however it ends. The file itself stays: deleting it would let two hold it.
public final class Guard implements AutoCloseable {
    // The system counts locks by process, so threads of one have to be told apart here.
    private static final Map<Path, Semaphore> HERE = new ConcurrentHashMap<>();

    private final Semaphore here;
    private final FileChannel channel;

    private Guard(Semaphore here, FileChannel channel) {
        this.here = here;
        this.channel = channel;
    }

    /// Waits until it is free.
    public static Guard of(Path file) throws IOException {
        Semaphore here = here(file);
        here.acquireUninterruptibly();
        try {
            FileChannel channel = open(file);
            try {
                channel.lock();
                return new Guard(here, channel);
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            here.release();
            throw e;
        }
    }

    /// Nothing when somebody else holds it.
    public static Optional<Guard> ifFree(Path file) throws IOException {
        Semaphore here = here(file);
        if (!here.tryAcquire()) {
            return Optional.empty();
        }
        try {
            FileChannel channel = open(file);
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return Optional.of(new Guard(here, channel));
            }
            channel.close();
            here.release();
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            here.release();
            throw e;
        }
    }

    private static Semaphore here(Path file) {
        return HERE.computeIfAbsent(file.toAbsolutePath().normalize(), any -> new Semaphore(1));
    }

    private static FileChannel open(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // The system lets go of it at the latest when this process ends.
        } finally {
            here.release();
        }
    }
}
