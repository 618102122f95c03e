package io.atmoshub.gotemplate.sprig;

import io.atmoshub.gotemplate.Call;
import io.atmoshub.gotemplate.Function;
import io.atmoshub.gotemplate.semver.Constraint;
import io.atmoshub.gotemplate.semver.Version;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Versions, and what is enciphered or derived.
final class Ciphers {

    /// What a derivation costs in steps: about as much time as so many of them take.
    private static final long DERIVATION = 1_000_000;

    private Ciphers() {}

    static @Nullable Function find(String name) {
        return switch (name) {
            case "semver" -> call -> Version.parse(call.of(1).text(0));
            case "semverCompare" -> call -> Constraint.parse(call.of(2).text(0)).allows(Version.parse(call.text(1)));
            case "encryptAES" -> Ciphers::encrypt;
            case "decryptAES" -> Ciphers::decrypt;
            case "derivePassword" -> Ciphers::derive;
            default -> null;
        };
    }

    private static String encrypt(Call call) {
        if (call.of(2).text(1).isEmpty()) {
            return "";
        }
        byte[] start = new byte[16];
        call.reach().random().nextBytes(start);
        try {
            var cipher = cipher(call, Cipher.ENCRYPT_MODE, start);
            byte[] body = cipher.doFinal(call.text(1).getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder()
                    .encodeToString(ByteBuffer.allocate(16 + body.length)
                            .put(start)
                            .put(body)
                            .array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String decrypt(Call call) {
        if (call.of(2).text(1).isEmpty()) {
            return "";
        }
        try {
            byte[] all = Base64.getDecoder().decode(call.text(1));
            if (all.length < 32) {
                throw call.fail("this is too short to be enciphered.");
            }
            var cipher = cipher(call, Cipher.DECRYPT_MODE, Arrays.copyOf(all, 16));
            return new String(cipher.doFinal(all, 16, all.length - 16), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw call.fail("this can't be deciphered with that password.");
        }
    }

    private static Cipher cipher(Call call, int mode, byte[] start) throws GeneralSecurityException {
        byte[] key = Arrays.copyOf(call.text(0).getBytes(StandardCharsets.UTF_8), 32);
        var cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(start));
        return cipher;
    }

    /// The Master Password algorithm.
    private static String derive(Call call) {
        long counter = call.of(5).integer(0);
        var templates = templates(call.text(1));
        if (templates.isEmpty()) {
            return "cannot find password template " + call.text(1);
        }
        call.spend(DERIVATION);
        byte[] user = call.text(3).getBytes(StandardCharsets.UTF_8);
        byte[] site = call.text(4).getBytes(StandardCharsets.UTF_8);
        byte[] seed = "com.lyndir.masterpassword".getBytes(StandardCharsets.UTF_8);
        byte[] salt = ByteBuffer.allocate(seed.length + 4 + user.length)
                .put(seed)
                .putInt(user.length)
                .put(user)
                .array();
        byte[] key = Scrypt.derive(call.text(2).getBytes(StandardCharsets.UTF_8), salt, 32768, 8, 2, 64);
        byte[] message = ByteBuffer.allocate(seed.length + 8 + site.length)
                .put(seed)
                .putInt(site.length)
                .put(site)
                .putInt((int) counter)
                .array();
        byte[] chosen = hmac(key, message);
        String template = templates.get((chosen[0] & 0xff) % templates.size());
        var password = new StringBuilder();
        for (int i = 0; i < template.length(); i++) {
            String characters = characters(template.charAt(i));
            password.append(characters.charAt((chosen[i + 1] & 0xff) % characters.length()));
        }
        return password.toString();
    }

    static byte[] hmac(byte[] key, byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> templates(String kind) {
        return switch (kind) {
            case "maximum" -> List.of("anoxxxxxxxxxxxxxxxxx", "axxxxxxxxxxxxxxxxxno");
            case "long" ->
                List.of(("CvcvnoCvcvCvcv CvcvCvcvnoCvcv CvcvCvcvCvcvno CvccnoCvcvCvcv CvccCvcvnoCvcv CvccCvcvCvcvno"
                                + " CvcvnoCvccCvcv CvcvCvccnoCvcv CvcvCvccCvcvno CvcvnoCvcvCvcc CvcvCvcvnoCvcc CvcvCvcvCvccno"
                                + " CvccnoCvccCvcv CvccCvccnoCvcv CvccCvccCvcvno CvcvnoCvccCvcc CvcvCvccnoCvcc CvcvCvccCvccno"
                                + " CvccnoCvcvCvcc CvccCvcvnoCvcc CvccCvcvCvccno")
                        .split(" "));
            case "medium" -> List.of("CvcnoCvc", "CvcCvcno");
            case "short" -> List.of("Cvcn");
            case "basic" -> List.of("aaanaaan", "aannaaan", "aaannaaa");
            case "pin" -> List.of("nnnn");
            default -> List.of();
        };
    }

    private static String characters(char kind) {
        return switch (kind) {
            case 'V' -> "AEIOU";
            case 'C' -> "BCDFGHJKLMNPQRSTVWXYZ";
            case 'v' -> "aeiou";
            case 'c' -> "bcdfghjklmnpqrstvwxyz";
            case 'A' -> "AEIOUBCDFGHJKLMNPQRSTVWXYZ";
            case 'a' -> "AEIOUaeiouBCDFGHJKLMNPQRSTVWXYZbcdfghjklmnpqrstvwxyz";
            case 'n' -> "0123456789";
            case 'o' -> "@&%?,=[]_:-+*$#!'^~;()/.";
            default -> "AEIOUaeiouBCDFGHJKLMNPQRSTVWXYZbcdfghjklmnpqrstvwxyz0123456789!@#$%^&*()";
        };
    }
}
