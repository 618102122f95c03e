package io.atmoshub.server.model;

import io.atmoshub.server.database.Sql;
import io.atmoshub.server.wiring.Service;
import jakarta.persistence.EntityManager;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Seals what others gave the hub to keep, with AES-GCM under a secret of the hub's own that all nodes share. What it
/// is bound to has to be said again to open it.
@Service
public final class KeySeal {
    private static final String NAME = "provider-keys.secret";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    String seal(EntityManager em, String text, String boundTo) {
        byte[] nonce = random(NONCE);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, em, nonce, boundTo);
            byte[] sealed = cipher.doFinal(text.getBytes(StandardCharsets.UTF_8));
            byte[] both = ByteBuffer.allocate(NONCE + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
            return Base64.getEncoder().encodeToString(both);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A key can't be sealed.", e);
        }
    }

    /// Nothing when it was bound to something else, or sealed under another secret.
    Optional<String> open(EntityManager em, String sealed, String boundTo) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(sealed));
        byte[] nonce = new byte[NONCE];
        bytes.get(nonce);
        byte[] rest = new byte[bytes.remaining()];
        bytes.get(rest);
        try {
            byte[] opened = cipher(Cipher.DECRYPT_MODE, em, nonce, boundTo).doFinal(rest);
            return Optional.of(new String(opened, StandardCharsets.UTF_8));
        } catch (AEADBadTagException _) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A key can't be opened.", e);
        }
    }

    private static Cipher cipher(int mode, EntityManager em, byte[] nonce, String boundTo)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(secret(em), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(boundTo.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    /// Made by whoever needs it first; the others then find that one.
    private static byte[] secret(EntityManager em) {
        Optional<byte[]> kept = read(em);
        if (kept.isPresent()) {
            return kept.get();
        }
        Sql.update(
                em,
                "insert into hub_secret (name, value) values (?, ?) on conflict (name) do nothing",
                NAME,
                random(32));
        return read(em).orElseThrow();
    }

    private static Optional<byte[]> read(EntityManager em) {
        return Sql.first(em, "select value from hub_secret where name = ?", row -> row.getBytes("value"), NAME);
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
