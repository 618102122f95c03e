package io.atmoshub.toolchain.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/// Reads an open file from its first byte, whoever else reads it, and leaves it open.
final class FromStart extends InputStream {
    private final FileChannel file;
    private long at;

    FromStart(FileChannel file) {
        this.file = file;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int count = file.read(ByteBuffer.wrap(into, from, length), at);
        at += Math.max(count, 0);
        return count;
    }
}
