package io.atmoshub.hub.audit;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;

/// Signs checkpoints and tells whether a signature holds.
public final class CheckpointSignature {
    private CheckpointSignature() {}

    public static Checkpoint sign(long seq, String hash, Instant at, KeyPair key) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key.getPrivate());
            signature.update(AuditChain.statement(seq, hash));
            Base64.Encoder base64 = Base64.getEncoder();
            return new Checkpoint(
                    seq,
                    hash,
                    at,
                    base64.encodeToString(key.getPublic().getEncoded()),
                    base64.encodeToString(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Whatever can't even be read is no signature.
    public static boolean holds(Checkpoint checkpoint) {
        try {
            Base64.Decoder base64 = Base64.getDecoder();
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(base64.decode(checkpoint.publicKey()))));
            signature.update(AuditChain.statement(checkpoint.seq(), checkpoint.hash()));
            return signature.verify(base64.decode(checkpoint.signature()));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
