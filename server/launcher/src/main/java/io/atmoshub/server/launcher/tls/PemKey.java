package io.atmoshub.server.launcher.tls;

import io.atmoshub.server.launcher.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A private key in a PEM file: PKCS#8 of any kind that Java knows, or the older PKCS#1 of RSA.
final class PemKey {
    private static final Pattern BLOCK = Pattern.compile(
            "-----BEGIN ([A-Z0-9 ]*PRIVATE KEY)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----", Pattern.DOTALL);
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA", "RSASSA-PSS");

    /// Version 0 and the algorithm rsaEncryption: what PKCS#8 says before the key that PKCS#1 is.
    private static final byte[] RSA_PREFIX = HexFormat.of().parseHex("020100300d06092a864886f70d0101010500");

    private PemKey() {}

    static PrivateKey read(Path file) {
        String text = text(file);
        Matcher block = BLOCK.matcher(text);
        if (!block.find()) {
            throw refused(file, text.contains("PRIVATE KEY") ? "is encrypted or damaged" : "holds no private key");
        }
        byte[] der = Base64.getMimeDecoder().decode(block.group(2));
        return switch (block.group(1)) {
            case "PRIVATE KEY" -> pkcs8(der, file);
            case "RSA PRIVATE KEY" -> pkcs8(asPkcs8(der), file);
            default -> throw refused(file, "is a " + block.group(1));
        };
    }

    private static PrivateKey pkcs8(byte[] der, Path file) {
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
            } catch (GeneralSecurityException e) {
                // Of another kind; the next one may know it.
            }
        }
        throw refused(file, "is of a kind that Java does not read");
    }

    private static byte[] asPkcs8(byte[] pkcs1) {
        byte[] key = tagged(0x04, pkcs1);
        byte[] content = new byte[RSA_PREFIX.length + key.length];
        System.arraycopy(RSA_PREFIX, 0, content, 0, RSA_PREFIX.length);
        System.arraycopy(key, 0, content, RSA_PREFIX.length, key.length);
        return tagged(0x30, content);
    }

    /// One DER value, with its length in three bytes; longer than needed is allowed by what reads it only up to the
    /// shortest form, so the short forms are made too.
    private static byte[] tagged(int tag, byte[] content) {
        int length = content.length;
        byte[] head = length < 0x80
                ? new byte[] {(byte) tag, (byte) length}
                : length < 0x100
                        ? new byte[] {(byte) tag, (byte) 0x81, (byte) length}
                        : new byte[] {(byte) tag, (byte) 0x82, (byte) (length >> 8), (byte) length};
        byte[] all = new byte[head.length + length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(content, 0, all, head.length, length);
        return all;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new CannotStart("Can't read the key of ATMOS_HUB_TLS_KEY, %s.".formatted(file), e);
        }
    }

    private static CannotStart refused(Path file, String why) {
        return new CannotStart(
                "The key of ATMOS_HUB_TLS_KEY, %s, %s. Convert it with: openssl pkcs8 -topk8 -nodes -in %s -out key.pem"
                        .formatted(file, why, file.getFileName()));
    }
}
