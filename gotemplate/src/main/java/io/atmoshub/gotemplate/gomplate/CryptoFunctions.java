package io.atmoshub.gotemplate.gomplate;

import io.atmoshub.gotemplate.Call;
import io.atmoshub.gotemplate.Function;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;

/// `base64`, and the checksums and derivations of `crypto`.
final class CryptoFunctions {

    private static final int MOST_ROUNDS = 100_000;
    private static final int LONGEST_KEY = 1024;

    private CryptoFunctions() {}

    static @Nullable Function base64(String name) {
        return switch (name) {
            case "Encode" -> call -> Base64.getEncoder().encodeToString(bytes(call.of(1)));
            case "Decode" -> call -> new String(decoded(call.of(1)), StandardCharsets.UTF_8);
            case "DecodeBytes" -> call -> decoded(call.of(1));
            default -> null;
        };
    }

    /// The usual alphabet or the one for addresses, with padding or without.
    private static byte[] decoded(Call call) {
        String text = Conversions.text(call, 0)
                .replaceAll("[\r\n]", "")
                .replace('-', '+')
                .replace('_', '/');
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw call.fail("this isn't Base64.");
        }
    }

    static @Nullable Function find(String name) {
        return switch (name) {
            case "SHA1" -> call -> hash("SHA-1", call);
            case "SHA224" -> call -> hash("SHA-224", call);
            case "SHA256" -> call -> hash("SHA-256", call);
            case "SHA384" -> call -> hash("SHA-384", call);
            case "SHA512" -> call -> hash("SHA-512", call);
            case "SHA512_224" -> call -> hash("SHA-512/224", call);
            case "SHA512_256" -> call -> hash("SHA-512/256", call);
            case "PBKDF2" -> CryptoFunctions::derived;
            default -> null;
        };
    }

    private static byte[] bytes(Call call) {
        if (call.value(0) instanceof byte[] bytes) {
            return bytes;
        }
        var text = Conversions.text(call, 0);
        call.spend(text.length() >> 3);
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String hash(String algorithm, Call call) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes(call.of(1))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String derived(Call call) {
        long rounds = Conversions.whole(call.of(4, 5).value(2));
        long length = Conversions.whole(call.value(3));
        if (rounds < 1 || rounds > MOST_ROUNDS || length < 1 || length > LONGEST_KEY) {
            throw call.fail("it takes 1 to " + MOST_ROUNDS + " rounds and 1 to " + LONGEST_KEY + " bytes.");
        }
        call.spend(rounds * (1 + length / 20) * 10);
        String hash = call.size() == 5 ? Conversions.text(call, 4).replace("-", "") : "SHA1";
        var key = new PBEKeySpec(
                Conversions.text(call, 0).toCharArray(),
                Conversions.text(call, 1).getBytes(StandardCharsets.UTF_8),
                (int) rounds,
                (int) length * 8);
        try {
            return HexFormat.of()
                    .formatHex(SecretKeyFactory.getInstance("PBKDF2WithHmac" + hash)
                            .generateSecret(key)
                            .getEncoded());
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw call.fail("a key can't be derived from this: " + e.getMessage() + ".");
        }
    }
}
