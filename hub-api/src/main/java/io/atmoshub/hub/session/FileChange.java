package io.atmoshub.hub.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// A file to be written in the session's own copy: its path in the project, the content it is based on
/// (none for a new file), and the content it will have.
public record FileChange(String path, @Nullable String before, String after) {
    /// What tells one content from another: the SHA-256 of its UTF-8.
    public static String hash(String content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
