package io.atmoshub.gotemplate.keys;

import io.atmoshub.gotemplate.Call;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;

/// Makes X.509 certificates as Sprig does: for servers and clients, or for an authority.
final class Certificate {

    private static final String ADDRESS = "[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*";

    /// @param days how long it is valid, from now
    record Request(String name, List<String> addresses, List<String> hosts, long days, boolean authority) {}

    private Certificate() {}

    static String selfSigned(Call call, Request request, KeyPair key) {
        return made(call, request, key, name(request.name()), key.getPrivate());
    }

    static String signed(Call call, Request request, KeyPair key, X509Certificate issuer, KeyPair issuerKey) {
        return made(call, request, key, issuer.getSubjectX500Principal().getEncoded(), issuerKey.getPrivate());
    }

    private static String made(Call call, Request request, KeyPair key, byte[] issuer, PrivateKey signer) {
        byte[] serial = new byte[16];
        call.reach().random().nextBytes(serial);
        var now = call.reach().now();
        byte[] algorithm = algorithm(signer);
        byte[] body = Der.sequence(
                Der.tagged(0xa0, Der.integer(BigInteger.TWO)),
                Der.integer(new BigInteger(1, serial)),
                algorithm,
                issuer,
                Der.sequence(Der.time(now), Der.time(now.plus(Duration.ofDays(request.days())))),
                name(request.name()),
                key.getPublic().getEncoded(),
                Der.tagged(0xa3, extensions(call, request)));
        return Pem.block("CERTIFICATE", Der.sequence(body, algorithm, Der.bits(0, signature(call, signer, body))));
    }

    private static byte[] name(String commonName) {
        return Der.sequence(Der.tagged(0x31, Der.sequence(Der.objectId("2.5.4.3"), Der.utf8(commonName))));
    }

    private static byte[] algorithm(PrivateKey signer) {
        return switch (signer.getAlgorithm()) {
            case "EC" -> Der.sequence(Der.objectId("1.2.840.10045.4.3.2"));
            case "RSA" -> Der.sequence(Der.objectId("1.2.840.113549.1.1.11"), Der.tagged(0x05));
            default -> Der.sequence(Der.objectId("1.3.101.112"));
        };
    }

    private static byte[] signature(Call call, PrivateKey signer, byte[] body) {
        String algorithm =
                switch (signer.getAlgorithm()) {
                    case "EC" -> "SHA256withECDSA";
                    case "RSA" -> "SHA256withRSA";
                    default -> "Ed25519";
                };
        try {
            var signature = Signature.getInstance(algorithm);
            signature.initSign(signer);
            signature.update(body);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw call.fail("this key can't sign a certificate.");
        }
    }

    private static byte[] extensions(Call call, Request request) {
        // Digital signature, key encipherment; for an authority also the signing of certificates.
        byte[] usage = Der.bits(request.authority() ? 2 : 5, new byte[] {(byte) (request.authority() ? 0xa4 : 0xa0)});
        byte[] extended = Der.sequence(Der.objectId("1.3.6.1.5.5.7.3.1"), Der.objectId("1.3.6.1.5.5.7.3.2"));
        byte[] basic = request.authority() ? Der.sequence(Der.truth()) : Der.sequence();
        byte[] names = alternativeNames(call, request);
        return Der.sequence(
                extension("2.5.29.15", true, usage),
                extension("2.5.29.37", false, extended),
                extension("2.5.29.19", true, basic),
                names.length == 0 ? names : extension("2.5.29.17", false, Der.sequence(names)));
    }

    private static byte[] extension(String id, boolean critical, byte[] value) {
        return critical
                ? Der.sequence(Der.objectId(id), Der.truth(), Der.octets(value))
                : Der.sequence(Der.objectId(id), Der.octets(value));
    }

    private static byte[] alternativeNames(Call call, Request request) {
        var out = new ByteArrayOutputStream();
        for (String host : request.hosts()) {
            out.writeBytes(Der.tagged(0x82, host.getBytes(StandardCharsets.US_ASCII)));
        }
        for (String address : request.addresses()) {
            out.writeBytes(Der.tagged(0x87, address(call, address)));
        }
        return out.toByteArray();
    }

    /// Only what is written as an address: a name would be looked up in the network.
    private static byte[] address(Call call, String address) {
        try {
            if (address.matches(ADDRESS)) {
                return InetAddress.getByName(address).getAddress();
            }
        } catch (UnknownHostException e) {
            // Told below.
        }
        throw call.fail("\"" + address + "\" isn't an IP address.");
    }
}
