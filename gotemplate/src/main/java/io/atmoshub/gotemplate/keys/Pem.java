package io.atmoshub.gotemplate.keys;

import io.atmoshub.gotemplate.Call;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;

/// Keys and certificates as PEM: RSA as PKCS#1, as Go writes it, everything else as PKCS#8.
final class Pem {

    private Pem() {}

    static String block(String label, byte[] content) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content)
                + "\n-----END " + label + "-----\n";
    }

    static String privateKey(KeyPair pair) {
        byte[] wrapped = pair.getPrivate().getEncoded();
        return pair.getPrivate() instanceof RSAPrivateCrtKey
                ? block("RSA PRIVATE KEY", unwrapped(wrapped))
                : block("PRIVATE KEY", wrapped);
    }

    /// What PKCS#8 carries: after version and algorithm, everything in the octet string.
    private static byte[] unwrapped(byte[] wrapped) {
        int at = start(wrapped, 0);
        at = end(wrapped, at);
        at = end(wrapped, at);
        return Arrays.copyOfRange(wrapped, start(wrapped, at), end(wrapped, at));
    }

    private static int start(byte[] der, int at) {
        int length = der[at + 1] & 0xff;
        return at + 2 + (length < 0x80 ? 0 : length & 0x7f);
    }

    private static int end(byte[] der, int at) {
        int length = der[at + 1] & 0xff;
        int from = start(der, at);
        return from + (length < 0x80 ? length : new BigInteger(1, Arrays.copyOfRange(der, at + 2, from)).intValue());
    }

    static X509Certificate certificate(Call call, String pem) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw call.fail("this isn't a certificate in PEM.");
        }
    }

    /// The private key in the text, with its public one where that follows from it.
    static KeyPair keyPair(Call call, String pem) {
        int header = pem.indexOf("-----BEGIN ");
        int from = header < 0 ? -1 : pem.indexOf("-----", header + 11);
        int to = from < 0 ? -1 : pem.indexOf("-----END", from);
        if (to < 0) {
            throw call.fail("this isn't a private key in PEM.");
        }
        String label = pem.substring(header + 11, from);
        try {
            byte[] der = Base64.getMimeDecoder().decode(pem.substring(from + 5, to));
            byte[] wrapped = label.equals("RSA PRIVATE KEY") ? wrapped(der) : der;
            var key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(wrapped));
            return new KeyPair(publicKey(key), key);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw call.fail("only RSA keys in PEM can be used for certificates; this isn't one.");
        }
    }

    private static byte[] wrapped(byte[] key) {
        return Der.sequence(
                Der.integer(BigInteger.ZERO),
                Der.sequence(Der.objectId("1.2.840.113549.1.1.1"), Der.tagged(0x05)),
                Der.octets(key));
    }

    private static java.security.PublicKey publicKey(PrivateKey key) throws GeneralSecurityException {
        if (key instanceof RSAPrivateCrtKey rsa) {
            return KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(rsa.getModulus(), rsa.getPublicExponent()));
        }
        throw new GeneralSecurityException("no public exponent");
    }
}
