package io.atmoshub.toolchain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What a file's bytes add up to, in lower-case hexadecimal digits.
public record Checksum(Algorithm algorithm, String hex) {
    /// From the strongest to the weakest. MD5 and SHA-1 tell accidents but not attackers.
    public enum Algorithm {
        SHA512("SHA-512", 128),
        SHA256("SHA-256", 64),
        SHA1("SHA-1", 40),
        MD5("MD5", 32);

        private final String javaName;
        private final int digits;

        Algorithm(String javaName, int digits) {
            this.javaName = javaName;
            this.digits = digits;
        }

        /// As `sha256`, `SHA-256` or `sha-256`.
        public static Optional<Algorithm> named(String name) {
            String plain = name.replace("-", "").toUpperCase(Locale.ROOT);
            return Stream.of(values()).filter(one -> one.name().equals(plain)).findFirst();
        }

        static Optional<Algorithm> ofDigits(int digits) {
            return Stream.of(values()).filter(one -> one.digits == digits).findFirst();
        }

        public boolean weak() {
            return this == SHA1 || this == MD5;
        }

        public MessageDigest digest() {
            try {
                return MessageDigest.getInstance(javaName);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has " + javaName, e);
            }
        }

        /// As lock files and GitHub write it.
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Checksum {
        hex = hex.strip().toLowerCase(Locale.ROOT);
        if (hex.length() != algorithm.digits || !hex.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128)) {
            throw new ToolchainException(
                    "\"%s\" is no %s checksum: it has to have %d hexadecimal digits."
                            .formatted(hex, algorithm, algorithm.digits),
                    "Look at where it comes from; somebody may have cut it off.");
        }
    }

    /// As `sha256:ab12…`, or digits alone, whose number tells the algorithm.
    public static Optional<Checksum> of(String text) {
        String whole = text.strip();
        int colon = whole.indexOf(':');
        String digits = whole.substring(colon + 1);
        Optional<Algorithm> algorithm =
                colon < 0 ? Algorithm.ofDigits(digits.length()) : Algorithm.named(whole.substring(0, colon));
        return algorithm
                .filter(one -> digits.length() == one.digits
                        && digits.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128))
                .map(one -> new Checksum(one, digits));
    }

    public static Checksum of(MessageDigest finished, Algorithm algorithm) {
        return new Checksum(algorithm, HexFormat.of().formatHex(finished.digest()));
    }

    public static Checksum sha256(byte[] bytes) {
        MessageDigest digest = Algorithm.SHA256.digest();
        digest.update(bytes);
        return of(digest, Algorithm.SHA256);
    }

    public static Checksum sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return algorithm + ":" + hex;
    }
}
