package io.atmoshub.toolchain.fetch;

import io.atmoshub.toolchain.Checksum;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;

/// Adds up an open file without moving its position.
public final class Hashing {
    private static final int PORTION = 1 << 16;

    private Hashing() {}

    public static Checksum of(FileChannel file, Checksum.Algorithm algorithm) throws IOException {
        MessageDigest digest = algorithm.digest();
        ByteBuffer buffer = ByteBuffer.allocate(PORTION);
        long at = 0;
        int count = file.read(buffer, at);
        while (count >= 0) {
            digest.update(buffer.array(), 0, count);
            at += count;
            buffer.clear();
            count = file.read(buffer, at);
        }
        return Checksum.of(digest, algorithm);
    }
}
