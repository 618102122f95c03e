package io.atmoshub.toolchain.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.crypto.digests.Blake2bDigest;

/// A public key of minisign, and the check of what it signed: Ed25519 over the file (`Ed`) or over its BLAKE2b (`ED`),
/// and over the trusted comment.
final class MinisignKey {
    private static final int ID = 8;
    private static final int KEY = 32;
    private static final int SIGNATURE = 64;
    /// What X.509 puts before the 32 bytes of an Ed25519 key.
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private final byte[] id;
    private final PublicKey key;

    private MinisignKey(byte[] id, PublicKey key) {
        this.id = id;
        this.key = key;
    }

    /// The key's line, with or without the comment before it.
    static MinisignKey of(String text) throws Forged {
        String line = text.strip().lines().reduce((first, last) -> last).orElse("");
        byte[] bytes = decoded(line, 2 + ID + KEY, "the public key");
        try {
            var whole = new ByteArrayOutputStream();
            whole.writeBytes(X509);
            whole.write(bytes, 2 + ID, KEY);
            return new MinisignKey(
                    Arrays.copyOfRange(bytes, 2, 2 + ID),
                    KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(whole.toByteArray())));
        } catch (GeneralSecurityException e) {
            throw new Forged("the public key is none of Ed25519", e);
        }
    }

    String id() {
        // Minisign shows it with the last byte first.
        byte[] reversed = new byte[ID];
        for (int i = 0; i < ID; i++) {
            reversed[i] = id[ID - 1 - i];
        }
        return HexFormat.of().withUpperCase().formatHex(reversed);
    }

    void check(String signatureFile, InputStream signed) throws Forged, IOException {
        List<String> lines = signatureFile.strip().lines().toList();
        if (lines.size() != 4 || !lines.get(2).startsWith("trusted comment: ")) {
            throw new Forged("the signature file is none of minisign");
        }
        byte[] signature = decoded(lines.get(1), 2 + ID + SIGNATURE, "the signature");
        if (!Arrays.equals(id, 0, ID, signature, 2, 2 + ID)) {
            throw new Forged("it was made with another key");
        }
        String algorithm = new String(signature, 0, 2, StandardCharsets.US_ASCII);
        byte[] own = Arrays.copyOfRange(signature, 2 + ID, signature.length);
        boolean good =
                switch (algorithm) {
                    case "ED" -> verify(own, hashed(signed));
                    case "Ed" -> verify(own, signed.readAllBytes());
                    default -> throw new Forged("it is of the unknown kind \"%s\"".formatted(algorithm));
                };
        if (!good) {
            throw new Forged("it is no signature of this file");
        }
        var global = new ByteArrayOutputStream();
        global.writeBytes(own);
        global.writeBytes(lines.get(2).substring("trusted comment: ".length()).getBytes(StandardCharsets.UTF_8));
        if (!verify(decoded(lines.get(3), SIGNATURE, "the signature of the comment"), global.toByteArray())) {
            throw new Forged("its comment was changed");
        }
    }

    private boolean verify(byte[] signature, byte[] message) throws Forged {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            throw new Forged("it can't be read", e);
        }
    }

    private static byte[] hashed(InputStream signed) throws IOException {
        var digest = new Blake2bDigest(512);
        byte[] buffer = new byte[1 << 16];
        for (int count = signed.read(buffer); count >= 0; count = signed.read(buffer)) {
            digest.update(buffer, 0, count);
        }
        byte[] hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return hash;
    }

    private static byte[] decoded(String line, int length, String what) throws Forged {
        try {
            byte[] bytes = Base64.getDecoder().decode(line.strip());
            if (bytes.length == length) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw new Forged(what + " is none of minisign");
    }
}
