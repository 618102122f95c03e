package io.atmoshub.mirror.serve;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/// A file that seems to begin and end where a part of it does: who sends files from their position to their end sends
/// that part, by the same means of the system.
final class FileWindow extends FileChannel {
    private final FileChannel file;
    private final long end;
    private long position;

    FileWindow(FileChannel file, long from, long to) {
        this.file = file;
        this.position = from;
        this.end = to;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        int count = read(into, position);
        position += Math.max(count, 0);
        return count;
    }

    @Override
    public int read(ByteBuffer into, long at) throws IOException {
        if (at >= end) {
            return -1;
        }
        int most = (int) Math.min(into.remaining(), end - at);
        ByteBuffer part = into.slice(into.position(), most);
        int count = file.read(part, at);
        into.position(into.position() + Math.max(count, 0));
        return count;
    }

    @Override
    public long read(ByteBuffer[] into, int offset, int length) throws IOException {
        long all = 0;
        for (int i = offset; i < offset + length; i++) {
            int count = read(into[i]);
            if (count < 0) {
                return all == 0 ? -1 : all;
            }
            all += count;
        }
        return all;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public FileChannel position(long newPosition) {
        position = newPosition;
        return this;
    }

    @Override
    public long size() {
        return end;
    }

    @Override
    public long transferTo(long at, long count, WritableByteChannel target) throws IOException {
        return at >= end ? 0 : file.transferTo(at, Math.min(count, end - at), target);
    }

    @Override
    public int write(ByteBuffer from) {
        throw new NonWritableChannelException();
    }

    @Override
    public long write(ByteBuffer[] from, int offset, int length) {
        throw new NonWritableChannelException();
    }

    @Override
    public int write(ByteBuffer from, long at) {
        throw new NonWritableChannelException();
    }

    @Override
    public FileChannel truncate(long size) {
        throw new NonWritableChannelException();
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long at, long count) {
        throw new NonWritableChannelException();
    }

    @Override
    public void force(boolean metaData) {
        throw new NonWritableChannelException();
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long at, long size) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileLock lock(long at, long size, boolean shared) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileLock tryLock(long at, long size, boolean shared) {
        throw new UnsupportedOperationException();
    }

    @Override
    protected void implCloseChannel() {
        // The file belongs to whoever opened it.
    }
}
