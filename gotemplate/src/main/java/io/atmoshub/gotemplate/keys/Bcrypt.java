package io.atmoshub.gotemplate.keys;

import java.math.BigInteger;
import java.util.Arrays;

/// The password hash of Provos and Mazières, over Blowfish.
final class Bcrypt {

    private static final String LETTERS = "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int BOXES = 4 * 256;

    private final int[] keys = new int[18];
    private final int[] boxes = new int[BOXES];
    private int left;
    private int right;

    private Bcrypt() {
        // Blowfish begins with the digits of pi behind the point; working them out is shorter than writing them down.
        int words = keys.length + BOXES;
        byte[] digits = Pi.fraction(words * 32).toByteArray();
        byte[] all = new byte[words * 4];
        int count = Math.min(digits.length, all.length);
        System.arraycopy(digits, digits.length - count, all, all.length - count, count);
        for (int i = 0; i < words; i++) {
            int word = word(all, i * 4);
            if (i < keys.length) {
                keys[i] = word;
            } else {
                boxes[i - keys.length] = word;
            }
        }
    }

    /// @param salt 16 bytes
    /// @param cost the work doubles with each
    static String hash(byte[] password, byte[] salt, int cost) {
        var blowfish = new Bcrypt();
        byte[] key = Arrays.copyOf(password, Math.min(password.length, 72) + (password.length < 72 ? 1 : 0));
        blowfish.expand(salt, key);
        for (int i = 0; i < 1 << cost; i++) {
            blowfish.expand(new byte[16], key);
            blowfish.expand(new byte[16], salt);
        }
        byte[] text = "OrpheanBeholderScryDoubt".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        for (int i = 0; i < text.length; i += 8) {
            blowfish.left = word(text, i);
            blowfish.right = word(text, i + 4);
            for (int round = 0; round < 64; round++) {
                blowfish.encipher();
            }
            put(text, i, blowfish.left);
            put(text, i + 4, blowfish.right);
        }
        return "$2a$" + (cost < 10 ? "0" : "") + cost + "$" + encode(salt, 16) + encode(text, 23);
    }

    private void expand(byte[] salt, byte[] key) {
        for (int i = 0; i < keys.length; i++) {
            keys[i] ^= cyclic(key, i * 4);
        }
        left = 0;
        right = 0;
        for (int i = 0; i < keys.length + BOXES; i += 2) {
            left ^= word(salt, i * 4 % 16);
            right ^= word(salt, (i * 4 + 4) % 16);
            encipher();
            int[] target = i < keys.length ? keys : boxes;
            int at = i < keys.length ? i : i - keys.length;
            target[at] = left;
            target[at + 1] = right;
        }
    }

    private void encipher() {
        int l = left;
        int r = right;
        for (int i = 0; i < 16; i += 2) {
            l ^= keys[i];
            r ^= mixed(l);
            r ^= keys[i + 1];
            l ^= mixed(r);
        }
        left = r ^ keys[17];
        right = l ^ keys[16];
    }

    private int mixed(int x) {
        return ((boxes[x >>> 24] + boxes[256 + (x >>> 16 & 255)]) ^ boxes[512 + (x >>> 8 & 255)])
                + boxes[768 + (x & 255)];
    }

    private static int word(byte[] bytes, int at) {
        return bytes[at] << 24 | (bytes[at + 1] & 255) << 16 | (bytes[at + 2] & 255) << 8 | (bytes[at + 3] & 255);
    }

    private static int cyclic(byte[] bytes, int from) {
        int word = 0;
        for (int i = from; i < from + 4; i++) {
            word = word << 8 | (bytes[i % bytes.length] & 255);
        }
        return word;
    }

    private static void put(byte[] bytes, int at, int word) {
        for (int i = 0; i < 4; i++) {
            bytes[at + i] = (byte) (word >>> (24 - 8 * i));
        }
    }

    private static String encode(byte[] bytes, int count) {
        var out = new StringBuilder();
        int held = 0;
        int bits = 0;
        for (int i = 0; i < count; i++) {
            held = held << 8 | (bytes[i] & 255);
            bits += 8;
            while (bits >= 6) {
                bits -= 6;
                out.append(LETTERS.charAt(held >> bits & 63));
            }
        }
        return (bits > 0 ? out.append(LETTERS.charAt(held << (6 - bits) & 63)) : out).toString();
    }

    /// By Machin's formula: pi is 16 arctan(1/5) - 4 arctan(1/239).
    private static final class Pi {
        static BigInteger fraction(int bits) {
            int guard = 64;
            var one = BigInteger.ONE.shiftLeft(bits + guard);
            var pi = arctan(one, 5).shiftLeft(4).subtract(arctan(one, 239).shiftLeft(2));
            return pi.subtract(one.multiply(BigInteger.valueOf(3))).shiftRight(guard);
        }

        private static BigInteger arctan(BigInteger one, long divisor) {
            var square = BigInteger.valueOf(divisor * divisor);
            var power = one.divide(BigInteger.valueOf(divisor));
            var sum = power;
            for (long n = 3; power.signum() != 0; n += 2) {
                power = power.divide(square);
                var term = power.divide(BigInteger.valueOf(n));
                sum = n % 4 == 3 ? sum.subtract(term) : sum.add(term);
            }
            return sum;
        }
    }
}
