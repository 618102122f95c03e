package io.atmoshub.toolchain.verify;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPPublicKeyRingCollection;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;

/// OpenPGP keys that are trusted for one tool, and the check of detached signatures by them. The library only does the
/// arithmetic: that keys expire, are revoked or may not sign is checked here.
final class GpgKeys {
    private static final Set<Integer> WEAK =
            Set.of(HashAlgorithmTags.MD5, HashAlgorithmTags.SHA1, HashAlgorithmTags.RIPEMD160, HashAlgorithmTags.MD2);

    private final List<PGPPublicKeyRing> rings;

    private GpgKeys(List<PGPPublicKeyRing> rings) {
        this.rings = rings;
    }

    /// Each text may hold several keys, armored or not.
    static GpgKeys of(List<String> armored) throws Forged {
        var rings = new ArrayList<PGPPublicKeyRing>();
        for (String text : armored) {
            try (InputStream bytes =
                    PGPUtil.getDecoderStream(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)))) {
                new PGPPublicKeyRingCollection(bytes, new BcKeyFingerprintCalculator()).forEach(rings::add);
            } catch (IOException | PGPException | RuntimeException e) {
                throw new Forged("the key can't be read", e);
            }
        }
        if (rings.isEmpty()) {
            throw new Forged("there is no key to check it with");
        }
        return new GpgKeys(rings);
    }

    /// The bytes to check, as often as they are needed.
    interface Signed {
        InputStream open() throws IOException;
    }

    /// One good signature by one of the keys is enough. Answers with that key's fingerprint.
    String check(byte[] signatureFile, Signed signed) throws Forged, IOException {
        Forged reason = new Forged("it was made with another key");
        for (PGPSignature signature : signatures(signatureFile)) {
            for (PGPPublicKeyRing ring : rings) {
                PGPPublicKey key = ring.getPublicKey(signature.getKeyID());
                if (key == null) {
                    continue;
                }
                try {
                    checkKey(ring, key, signature);
                    checkBytes(key, signature, signed);
                    return HexFormat.of()
                            .withUpperCase()
                            .formatHex(ring.getPublicKey().getFingerprint());
                } catch (Forged e) {
                    reason = e;
                }
            }
        }
        throw reason;
    }

    private static List<PGPSignature> signatures(byte[] file) throws Forged {
        try (InputStream bytes = PGPUtil.getDecoderStream(new ByteArrayInputStream(file))) {
            if (new BcPGPObjectFactory(bytes).nextObject() instanceof PGPSignatureList list) {
                var all = new ArrayList<PGPSignature>();
                list.forEach(all::add);
                return all;
            }
        } catch (IOException | RuntimeException e) {
            throw new Forged("the signature can't be read", e);
        }
        throw new Forged("the file is no detached signature");
    }

    private static void checkKey(PGPPublicKeyRing ring, PGPPublicKey key, PGPSignature signature) throws Forged {
        if (WEAK.contains(signature.getHashAlgorithm())) {
            throw new Forged("it uses a hash that can be forged");
        }
        if (signature.getSignatureType() != PGPSignature.BINARY_DOCUMENT
                && signature.getSignatureType() != PGPSignature.CANONICAL_TEXT_DOCUMENT) {
            throw new Forged("it is no signature of a file");
        }
        Instant made = signature.getCreationTime().toInstant();
        for (PGPPublicKey one : List.of(ring.getPublicKey(), key)) {
            String id = Long.toHexString(one.getKeyID()).toUpperCase(Locale.ROOT);
            if (one.hasRevocation()) {
                throw new Forged("its key %s was revoked".formatted(id));
            }
            Instant born = one.getCreationTime().toInstant();
            boolean expired = one.getValidSeconds() > 0 && made.isAfter(born.plusSeconds(one.getValidSeconds()));
            if (expired || made.isBefore(born)) {
                throw new Forged("its key %s was not valid when it was made".formatted(id));
            }
        }
        if (!maySign(key)) {
            throw new Forged("its key may not sign");
        }
        var hashed = signature.getHashedSubPackets();
        long lifetime = hashed == null ? 0 : hashed.getSignatureExpirationTime();
        if (lifetime > 0 && Instant.now().isAfter(made.plusSeconds(lifetime))) {
            throw new Forged("it expired");
        }
    }

    /// A key that says nothing of its purpose may do all.
    private static boolean maySign(PGPPublicKey key) {
        boolean said = false;
        for (Iterator<PGPSignature> about = key.getSignatures(); about.hasNext(); ) {
            var packets = about.next().getHashedSubPackets();
            if (packets != null && packets.getKeyFlags() != 0) {
                said = true;
                if ((packets.getKeyFlags() & KeyFlags.SIGN_DATA) != 0) {
                    return true;
                }
            }
        }
        return !said;
    }

    private static void checkBytes(PGPPublicKey key, PGPSignature signature, Signed signed) throws Forged, IOException {
        try (InputStream bytes = signed.open()) {
            signature.init(new BcPGPContentVerifierBuilderProvider(), key);
            byte[] buffer = new byte[1 << 16];
            for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
                signature.update(buffer, 0, count);
            }
            if (!signature.verify()) {
                throw new Forged("it is no signature of this file");
            }
        } catch (PGPException e) {
            throw new Forged("it can't be read", e);
        }
    }
}
