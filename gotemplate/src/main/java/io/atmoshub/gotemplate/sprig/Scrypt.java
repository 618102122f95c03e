package io.atmoshub.gotemplate.sprig;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The key derivation of RFC 7914. Takes 128 · n · r bytes.
final class Scrypt {

    private Scrypt() {}

    static byte[] derive(byte[] password, byte[] salt, int n, int r, int p, int length) {
        byte[] blocks = pbkdf2(password, salt, p * 128 * r);
        int words = 32 * r;
        for (int i = 0; i < p; i++) {
            int[] block = new int[words];
            ByteBuffer.wrap(blocks, i * 128 * r, 128 * r)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asIntBuffer()
                    .get(block);
            mix(block, n, r);
            ByteBuffer.wrap(blocks, i * 128 * r, 128 * r)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asIntBuffer()
                    .put(block);
        }
        return pbkdf2(password, blocks, length);
    }

    /// With HMAC-SHA-256 and one iteration.
    private static byte[] pbkdf2(byte[] password, byte[] salt, int length) {
        var out = ByteBuffer.allocate((length + 31) / 32 * 32);
        for (int i = 1; out.hasRemaining(); i++) {
            out.put(Ciphers.hmac(
                    password,
                    ByteBuffer.allocate(salt.length + 4).put(salt).putInt(i).array()));
        }
        return java.util.Arrays.copyOf(out.array(), length);
    }

    private static void mix(int[] block, int n, int r) {
        int words = 32 * r;
        int[] table = new int[n * words];
        int[] held = new int[words];
        for (int i = 0; i < n; i++) {
            System.arraycopy(block, 0, table, i * words, words);
            mixBlock(block, held, r);
        }
        for (int i = 0; i < n; i++) {
            int from = (block[words - 16] & (n - 1)) * words;
            for (int j = 0; j < words; j++) {
                block[j] ^= table[from + j];
            }
            mixBlock(block, held, r);
        }
    }

    private static void mixBlock(int[] block, int[] held, int r) {
        int[] x = new int[16];
        System.arraycopy(block, (2 * r - 1) * 16, x, 0, 16);
        for (int i = 0; i < 2 * r; i++) {
            for (int j = 0; j < 16; j++) {
                x[j] ^= block[i * 16 + j];
            }
            salsa(x);
            System.arraycopy(x, 0, held, ((i & 1) * r + i / 2) * 16, 16);
        }
        System.arraycopy(held, 0, block, 0, block.length);
    }

    private static void salsa(int[] block) {
        int[] x = block.clone();
        for (int round = 0; round < 4; round++) {
            for (int i = 0; i < 4; i++) {
                quarter(x, i * 5, (i * 5 + 4) % 16, (i * 5 + 8) % 16, (i * 5 + 12) % 16);
            }
            for (int i = 0; i < 4; i++) {
                int row = i * 4;
                quarter(x, i * 5, row + (i + 1) % 4, row + (i + 2) % 4, row + (i + 3) % 4);
            }
        }
        for (int i = 0; i < 16; i++) {
            block[i] += x[i];
        }
    }

    private static void quarter(int[] x, int a, int b, int c, int d) {
        x[b] ^= Integer.rotateLeft(x[a] + x[d], 7);
        x[c] ^= Integer.rotateLeft(x[b] + x[a], 9);
        x[d] ^= Integer.rotateLeft(x[c] + x[b], 13);
        x[a] ^= Integer.rotateLeft(x[d] + x[c], 18);
    }
}
