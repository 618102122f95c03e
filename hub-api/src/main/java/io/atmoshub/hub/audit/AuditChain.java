package io.atmoshub.hub.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;

/// How entries are linked: the hash of an entry covers the hash before it, its place and every field, each
/// with its length before it, so that no two entries read alike. Server and verifier share this one rule.
public final class AuditChain {
    /// What stands before the first entry.
    public static final String START = "0".repeat(64);

    private AuditChain() {}

    public static String hash(String before, long seq, AuditEntry entry) {
        MessageDigest digest = sha256();
        for (String field : List.of(
                before,
                Long.toString(seq),
                entry.id().toString(),
                // Microseconds: what the database keeps.
                entry.at().truncatedTo(ChronoUnit.MICROS).toString(),
                String.valueOf(entry.actorId()),
                entry.actor(),
                entry.address(),
                entry.action(),
                entry.objectKind(),
                entry.objectId(),
                entry.object(),
                entry.outcome())) {
            put(digest, field);
        }
        new TreeMap<>(entry.detail()).forEach((key, value) -> {
            put(digest, key);
            put(digest, value);
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    /// The bytes that a checkpoint's signature covers.
    public static byte[] statement(long seq, String hash) {
        return "atmos-hub audit checkpoint\n%d\n%s\n".formatted(seq, hash).getBytes(StandardCharsets.UTF_8);
    }

    private static void put(MessageDigest digest, String field) {
        byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
