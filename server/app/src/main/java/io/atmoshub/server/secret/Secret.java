package io.atmoshub.server.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/// 32 random bytes as text. Too many to guess, so a plain SHA-256 is enough to keep them.
public record Secret(String value) {
    private static final SecureRandom RANDOM = new SecureRandom();

    public static Secret random(String prefix) {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new Secret(prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Secrets stay out of logs.
    @Override
    public String toString() {
        return "Secret[…]";
    }
}
