package io.atmoshub.gotemplate.sprig;

import io.atmoshub.gotemplate.Call;
import io.atmoshub.gotemplate.Function;
import io.atmoshub.gotemplate.text.Paths;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.zip.Adler32;
import org.jspecify.annotations.Nullable;

/// Checksums, Base64 and Base32, addresses and paths.
final class Encodings {

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Encodings() {}

    static @Nullable Function find(String name) {
        return switch (name) {
            case "b64enc" -> call -> Base64.getEncoder().encodeToString(bytes(call.of(1)));
            case "b64dec" -> call -> base64(call.of(1).text(0));
            case "b32enc" -> call -> base32(bytes(call.of(1)));
            case "b32dec" -> call -> unBase32(call.of(1).text(0));
            case "sha1sum" -> call -> hash("SHA-1", bytes(call.of(1)));
            case "sha256sum" -> call -> hash("SHA-256", bytes(call.of(1)));
            case "sha512sum" -> call -> hash("SHA-512", bytes(call.of(1)));
            case "adler32sum" ->
                call -> {
                    var sum = new Adler32();
                    sum.update(bytes(call.of(1)));
                    return String.valueOf(sum.getValue());
                };
            case "urlParse" -> call -> Urls.parse(call.of(1).text(0));
            case "urlJoin" -> call -> Urls.join(call.of(1));
            case "base", "osBase" -> call -> Paths.base(call.of(1).text(0));
            case "dir", "osDir" -> call -> Paths.dir(call.of(1).text(0));
            case "clean", "osClean" -> call -> Paths.clean(call.of(1).text(0));
            case "ext", "osExt" -> call -> Paths.ext(call.of(1).text(0));
            case "isAbs", "osIsAbs" -> call -> call.of(1).text(0).startsWith("/");
            default -> null;
        };
    }

    private static byte[] bytes(Call call) {
        var text = call.text(0);
        call.spend(text.length() >> 3);
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String hash(String algorithm, byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Sprig puts the error into the output.
    private static String base64(String text) {
        String data = text.replace("\n", "").replace("\r", "");
        try {
            if (data.length() % 4 == 0) {
                return new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8);
            }
        } catch (IllegalArgumentException e) {
            // Told below, in Go's words.
        }
        int at = 0;
        while (at < data.length()
                && (Character.isLetterOrDigit(data.charAt(at)) || "+/".indexOf(data.charAt(at)) >= 0)) {
            at++;
        }
        return "illegal base64 data at input byte " + (at == data.length() ? at / 4 * 4 : at);
    }

    private static String base32(byte[] bytes) {
        var out = new StringBuilder(bytes.length * 8 / 5 + 8);
        for (int i = 0; i < bytes.length; i += 5) {
            long block = 0;
            int count = Math.min(5, bytes.length - i);
            for (int j = 0; j < 5; j++) {
                block = block << 8 | (j < count ? bytes[i + j] & 0xff : 0);
            }
            int letters = (count * 8 + 4) / 5;
            for (int j = 0; j < 8; j++) {
                out.append(j < letters ? BASE32.charAt((int) (block >> (35 - 5 * j)) & 31) : '=');
            }
        }
        return out.toString();
    }

    private static String unBase32(String text) {
        String data = text.replace("\n", "").replace("\r", "");
        var out = new java.io.ByteArrayOutputStream();
        int bits = 0;
        int held = 0;
        int end = data.indexOf('=') < 0 ? data.length() : data.indexOf('=');
        for (int i = 0; i < end; i++) {
            int digit = BASE32.indexOf(data.charAt(i));
            if (digit < 0 || data.length() % 8 != 0) {
                return "illegal base32 data at input byte " + i;
            }
            held = held << 5 | digit;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                out.write(held >> bits);
                held &= (1 << bits) - 1;
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
