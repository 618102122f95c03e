package io.atmoshub.gotemplate.keys;

import io.atmoshub.gotemplate.Call;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;

/// Makes keys, from the caller's source of randomness.
final class NewKeys {

    private NewKeys() {}

    static KeyPair rsa(Call call, int bits) {
        return generated(
                call,
                "RSA",
                generator -> generator.initialize(
                        new RSAKeyGenParameterSpec(bits, RSAKeyGenParameterSpec.F4), secure(call)));
    }

    static KeyPair ecdsa(Call call) {
        return generated(
                call, "EC", generator -> generator.initialize(new ECGenParameterSpec("secp256r1"), secure(call)));
    }

    static KeyPair ed25519(Call call) {
        return generated(call, "Ed25519", generator -> generator.initialize(255, secure(call)));
    }

    private interface Initialized {
        void with(KeyPairGenerator generator) throws GeneralSecurityException;
    }

    private static KeyPair generated(Call call, String algorithm, Initialized initialized) {
        try {
            var generator = KeyPairGenerator.getInstance(algorithm);
            initialized.with(generator);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw call.fail("this Java can't make " + algorithm + " keys.");
        }
    }

    /// Nothing less will do for a key.
    private static SecureRandom secure(Call call) {
        if (call.reach().random() instanceof SecureRandom secure) {
            return secure;
        }
        throw call.fail("keys need a secure source of randomness, and this template has none.");
    }
}
