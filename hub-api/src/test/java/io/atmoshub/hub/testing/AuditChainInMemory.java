package io.atmoshub.hub.testing;

import io.atmoshub.hub.audit.AuditChain;
import io.atmoshub.hub.audit.AuditEntry;
import io.atmoshub.hub.audit.Checkpoint;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The entries, each sealed as it comes; a checkpoint is signed whenever somebody asks for them.
final class AuditChainInMemory {
    final List<AuditEntry> entries = new ArrayList<>();
    private final List<Checkpoint> checkpoints = new ArrayList<>();
    private final KeyPair key = newKey();

    void append(
            Instant at,
            @Nullable UUID actorId,
            String actor,
            String action,
            String kind,
            String id,
            String object,
            String outcome,
            Map<String, String> detail) {
        long seq = entries.size() + 1L;
        String before = entries.isEmpty()
                ? AuditChain.START
                : String.valueOf(entries.getLast().hash());
        var open = new AuditEntry(
                UUID.randomUUID(),
                at,
                actorId,
                actor,
                "127.0.0.1",
                action,
                kind,
                id,
                object,
                outcome,
                detail,
                null,
                null);
        entries.add(withLink(open, seq, AuditChain.hash(before, seq, open)));
    }

    List<Checkpoint> checkpoints(Instant now) {
        if (!entries.isEmpty()
                && (checkpoints.isEmpty() || checkpoints.getLast().seq() < entries.size())) {
            long seq = entries.size();
            String hash = String.valueOf(entries.getLast().hash());
            checkpoints.add(new Checkpoint(
                    seq,
                    hash,
                    now,
                    Base64.getEncoder().encodeToString(key.getPublic().getEncoded()),
                    sign(AuditChain.statement(seq, hash))));
        }
        return List.copyOf(checkpoints);
    }

    /// Changes who acted in one entry, as somebody with the database in hand would.
    void forge(long seq, String actor) {
        AuditEntry e = entries.get((int) seq - 1);
        entries.set(
                (int) seq - 1,
                new AuditEntry(
                        e.id(),
                        e.at(),
                        e.actorId(),
                        actor,
                        e.address(),
                        e.action(),
                        e.objectKind(),
                        e.objectId(),
                        e.object(),
                        e.outcome(),
                        e.detail(),
                        e.seq(),
                        e.hash()));
    }

    void cut(int keep) {
        entries.subList(keep, entries.size()).clear();
    }

    private static AuditEntry withLink(AuditEntry e, long seq, String hash) {
        return new AuditEntry(
                e.id(),
                e.at(),
                e.actorId(),
                e.actor(),
                e.address(),
                e.action(),
                e.objectKind(),
                e.objectId(),
                e.object(),
                e.outcome(),
                e.detail(),
                seq,
                hash);
    }

    private String sign(byte[] statement) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key.getPrivate());
            signature.update(statement);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair newKey() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
