package io.atmoshub.gotemplate.keys;

import io.atmoshub.gotemplate.Call;
import io.atmoshub.gotemplate.Function;
import io.atmoshub.gotemplate.GoObject;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sprig's functions for keys, certificates and bcrypt.
public final class KeyFunctions {

    /// What these cost in steps, so that a loop over them ends: a few of them take as long as all a template may use.
    private static final long HASHING = 2_000_000;

    private static final long SMALL_KEY = 200_000;
    private static final long BIG_KEY = 4_000_000;
    private static final long CERTIFICATE = 3_000_000;
    private static final long MOST_DAYS = 36_500;

    private KeyFunctions() {}

    public static @Nullable Function find(String name) {
        return switch (name) {
            case "bcrypt" -> call -> bcrypt(call, call.of(1).text(0));
            case "htpasswd" ->
                call -> call.of(2).text(0).indexOf(':') >= 0
                        ? "invalid username: " + call.text(0)
                        : call.text(0) + ":" + bcrypt(call, call.text(1));
            case "genPrivateKey" -> KeyFunctions::privateKey;
            case "buildCustomCert" -> KeyFunctions::given;
            case "genCA" -> call -> authority(call.of(2), newKey(call));
            case "genCAWithKey" -> call -> authority(call.of(3), Pem.keyPair(call, call.text(2)));
            case "genSelfSignedCert" -> call -> selfSigned(call.of(4), newKey(call));
            case "genSelfSignedCertWithKey" -> call -> selfSigned(call.of(5), Pem.keyPair(call, call.text(4)));
            case "genSignedCert" -> call -> signed(call.of(5), newKey(call));
            case "genSignedCertWithKey" -> call -> signed(call.of(6), Pem.keyPair(call, call.text(5)));
            default -> null;
        };
    }

    private static String bcrypt(Call call, String password) {
        call.spend(HASHING);
        byte[] salt = new byte[16];
        call.reach().random().nextBytes(salt);
        return Bcrypt.hash(password.getBytes(StandardCharsets.UTF_8), salt, 10);
    }

    private static Object privateKey(Call call) {
        String kind = call.of(1).text(0);
        call.spend(kind.equals("rsa") || kind.isEmpty() ? BIG_KEY : SMALL_KEY);
        return switch (kind) {
            case "", "rsa" -> Pem.privateKey(NewKeys.rsa(call, 4096));
            case "ecdsa" -> Pem.privateKey(NewKeys.ecdsa(call));
            case "ed25519" -> Pem.privateKey(NewKeys.ed25519(call));
            case "dsa" -> throw call.fail("keys for DSA aren't supported; use \"rsa\", \"ecdsa\" or \"ed25519\".");
            default -> "Unknown type " + kind;
        };
    }

    private static KeyPair newKey(Call call) {
        call.spend(CERTIFICATE);
        return NewKeys.rsa(call, 2048);
    }

    private static Object given(Call call) {
        String certificate = decoded(call.of(2), 0);
        String key = decoded(call, 1);
        Pem.certificate(call, certificate);
        Pem.keyPair(call, key);
        return new Certified(certificate, key);
    }

    private static String decoded(Call call, int argument) {
        try {
            return new String(Base64.getDecoder().decode(call.text(argument)), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw call.fail("argument " + (argument + 1) + " isn't Base64.");
        }
    }

    private static Certified authority(Call call, KeyPair key) {
        var request = new Certificate.Request(call.text(0), List.of(), List.of(), days(call, 1), true);
        return new Certified(Certificate.selfSigned(call, request, key), Pem.privateKey(key));
    }

    private static Certified selfSigned(Call call, KeyPair key) {
        return new Certified(Certificate.selfSigned(call, request(call), key), Pem.privateKey(key));
    }

    private static Certified signed(Call call, KeyPair key) {
        if (!(call.value(4) instanceof Certified authority)) {
            throw call.fail("argument 5 must be a certificate of genCA or buildCustomCert.");
        }
        var issuer = Pem.certificate(call, authority.certificate());
        var issuerKey = Pem.keyPair(call, authority.key());
        return new Certified(Certificate.signed(call, request(call), key, issuer, issuerKey), Pem.privateKey(key));
    }

    private static Certificate.Request request(Call call) {
        return new Certificate.Request(call.text(0), texts(call, 1), texts(call, 2), days(call, 3), false);
    }

    private static long days(Call call, int argument) {
        return Math.clamp(call.integer(argument), 0, MOST_DAYS);
    }

    private static List<String> texts(Call call, int argument) {
        var texts = new ArrayList<String>();
        if (call.value(argument) != null) {
            for (var element : call.list(argument)) {
                if (!(element instanceof String text)) {
                    throw call.fail("argument " + (argument + 1) + " must be a list of strings.");
                }
                texts.add(text);
            }
        }
        return texts;
    }

    /// A certificate and its private key, both as PEM.
    private record Certified(String certificate, String key) implements GoObject {
        @Override
        public @Nullable Function member(String name) {
            return switch (name) {
                case "Cert" -> call -> certificate;
                case "Key" -> call -> key;
                default -> null;
            };
        }

        @Override
        public String typeName() {
            return "sprig.certificate";
        }

        @Override
        public String toString() {
            return "{" + certificate + " " + key + "}";
        }
    }
}
