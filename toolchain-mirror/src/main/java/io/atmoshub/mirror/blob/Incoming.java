package io.atmoshub.mirror.blob;

import io.atmoshub.toolchain.Checksum;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;

/// Bytes that arrive, in a file that has no name yet. Closed without being kept, it leaves nothing. One thread
/// writes; others may read what is there so far.
public final class Incoming implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;
    private final MessageDigest sum = Checksum.Algorithm.SHA256.digest();
    private volatile long written;

    /// The lock lives as long as the channel, and tells others that somebody is still at it.
    static Incoming at(Path file) throws IOException {
        FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            channel.lock();
            return new Incoming(file, channel);
        } catch (IOException e) {
            channel.close();
            Files.deleteIfExists(file);
            throw e;
        }
    }

    Incoming(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    public void write(byte[] bytes, int from, int length) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(bytes, from, length);
        long at = written;
        while (left.hasRemaining()) {
            at += channel.write(left, at);
        }
        sum.update(bytes, from, length);
        written = at;
    }

    public long written() {
        return written;
    }

    /// What has arrived so far; for reading only, and open as long as this is.
    public FileChannel soFar() {
        return channel;
    }

    /// Begins again with nothing.
    public void restart() throws IOException {
        channel.truncate(0);
        sum.reset();
        written = 0;
    }

    /// What the bytes so far add up to.
    public BlobId id() {
        try {
            return BlobId.of(Checksum.of((MessageDigest) sum.clone(), Checksum.Algorithm.SHA256));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("Java's own SHA-256 can be copied", e);
        }
    }

    Path file() {
        return file;
    }

    void sync() throws IOException {
        channel.force(true);
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
