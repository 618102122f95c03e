package io.atmoshub.hub.audit;

import java.util.Collection;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Recomputes the chain. It is fed all sealed entries in order and keeps only the last link, so a log of
/// any length fits. A checkpoint that was exported earlier and kept elsewhere finds out what the hub's own
/// can't: that log, checkpoints and key were all replaced, or that the end was cut off together with them.
public final class AuditVerifier {
    private final NavigableMap<Long, Checkpoint> checkpoints = new TreeMap<>();
    private final @Nullable Checkpoint exported;
    private @Nullable AuditVerdict fault;
    private String before = AuditChain.START;
    private long last;
    private long count;
    private long signedTo;

    public AuditVerifier(Collection<Checkpoint> checkpoints, @Nullable Checkpoint exported) {
        this.exported = exported;
        for (Checkpoint checkpoint : checkpoints) {
            this.checkpoints.put(checkpoint.seq(), checkpoint);
        }
        checkSignatures(exported);
    }

    /// The next entry; what comes after the first fault no longer matters.
    public void feed(AuditEntry entry) {
        if (fault != null) {
            return;
        }
        Long seq = entry.seq();
        if (seq == null || entry.hash() == null) {
            fault = new AuditVerdict.Broken(last + 1, "This entry is not sealed.");
            return;
        }
        if (count == 0 && seq > 1) {
            beginAfterRetention(seq);
        } else if (seq != last + 1) {
            fault = new AuditVerdict.Broken(
                    last + 1, "This entry is missing; the next one there is %d.".formatted(seq));
        }
        if (fault == null) {
            link(seq, entry);
        }
    }

    public AuditVerdict verdict() {
        if (fault != null) {
            return fault;
        }
        long vouchedFor = checkpoints.isEmpty() ? 0 : checkpoints.lastKey();
        if (exported != null) {
            vouchedFor = Math.max(vouchedFor, exported.seq());
        }
        return last < vouchedFor
                ? new AuditVerdict.Cut(last, vouchedFor)
                : new AuditVerdict.Intact(count, last - count + 1, signedTo);
    }

    private void link(long seq, AuditEntry entry) {
        String hash = AuditChain.hash(before, seq, entry);
        if (!hash.equals(entry.hash())) {
            fault = new AuditVerdict.Broken(seq, "This entry was changed, or the one before it was.");
            return;
        }
        if (contradicts(checkpoints.get(seq), hash)
                || (exported != null && exported.seq() == seq && contradicts(exported, hash))) {
            fault = new AuditVerdict.Broken(
                    seq,
                    "The checkpoint at this entry vouches for another history: an entry after %d was replaced."
                            .formatted(signedTo));
            return;
        }
        if (checkpoints.containsKey(seq) || (exported != null && exported.seq() == seq)) {
            signedTo = seq;
        }
        before = hash;
        last = seq;
        count++;
    }

    /// Old segments may be gone; the checkpoint at the end of the last of them must be there.
    private void beginAfterRetention(long seq) {
        Checkpoint end = exported != null && exported.seq() == seq - 1 ? exported : checkpoints.get(seq - 1);
        if (end == null) {
            fault = new AuditVerdict.Broken(1, "The entries before %d are missing.".formatted(seq));
            return;
        }
        before = end.hash();
        last = seq - 1;
        signedTo = last;
    }

    private void checkSignatures(@Nullable Checkpoint anchor) {
        if (anchor != null && !CheckpointSignature.holds(anchor)) {
            fault = new AuditVerdict.Broken(anchor.seq(), "The exported checkpoint's own signature is wrong.");
            return;
        }
        String key = anchor != null
                ? anchor.publicKey()
                : checkpoints.isEmpty()
                        ? ""
                        : checkpoints.firstEntry().getValue().publicKey();
        for (Checkpoint checkpoint : checkpoints.values()) {
            if (!checkpoint.publicKey().equals(key)) {
                fault = new AuditVerdict.Broken(checkpoint.seq(), "The checkpoint here was signed with another key.");
                return;
            }
            if (!CheckpointSignature.holds(checkpoint)) {
                fault = new AuditVerdict.Broken(checkpoint.seq(), "The signature of the checkpoint here is wrong.");
                return;
            }
        }
    }

    private static boolean contradicts(@Nullable Checkpoint checkpoint, String hash) {
        return checkpoint != null && !checkpoint.hash().equals(hash);
    }
}
