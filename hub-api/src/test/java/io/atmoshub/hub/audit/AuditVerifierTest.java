package io.atmoshub.hub.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AuditVerifierTest {
    private static final Instant AT = Instant.parse("2026-11-01T10:00:00Z");
    private static final KeyPair KEY = newKey();

    private final List<AuditEntry> log = chained("ana", 10);
    private final List<Checkpoint> checkpoints = List.of(signed(log, 4, KEY), signed(log, 8, KEY));

    @Test
    void aLogNobodyTouchedIsIntactAndSignedUpToTheLastCheckpoint() {
        assertThat(verify(log, checkpoints, null)).isEqualTo(new AuditVerdict.Intact(10, 1, 8));
    }

    @Test
    void anEmptyLogIsIntact() {
        assertThat(verify(List.of(), List.of(), null)).isEqualTo(new AuditVerdict.Intact(0, 1, 0));
    }

    @Test
    void aChangedEntryIsTheFirstBrokenRow() {
        log.set(5, renamed(log.get(5), "mallory"));

        assertThat(verify(log, checkpoints, null))
                .isInstanceOfSatisfying(
                        AuditVerdict.Broken.class, b -> assertThat(b.seq()).isEqualTo(6));
    }

    @Test
    void aMissingEntryIsNamed() {
        log.remove(2);

        assertThat(verify(log, checkpoints, null))
                .isEqualTo(new AuditVerdict.Broken(3, "This entry is missing; the next one there is 4."));
    }

    @Test
    void anEndCutBehindTheLastCheckpointIsACutTail() {
        assertThat(verify(log.subList(0, 6), checkpoints, null)).isEqualTo(new AuditVerdict.Cut(6, 8));
    }

    @Test
    void anEndCutTogetherWithItsCheckpointsIsFoundByAnExportedOne() {
        assertThat(verify(log.subList(0, 4), checkpoints.subList(0, 1), null)).isInstanceOf(AuditVerdict.Intact.class);
        assertThat(verify(log.subList(0, 4), checkpoints.subList(0, 1), checkpoints.get(1)))
                .isEqualTo(new AuditVerdict.Cut(4, 8));
    }

    @Test
    void anotherHistoryWithRightLinksContradictsTheCheckpoint() {
        assertThat(verify(chained("mallory", 10), checkpoints, null))
                .isInstanceOfSatisfying(AuditVerdict.Broken.class, b -> {
                    assertThat(b.seq()).isEqualTo(4);
                    assertThat(b.why()).contains("after 0 was replaced");
                });
    }

    @Test
    void anotherHistorySignedAnewWithAnotherKeyIsFoundByAnExportedCheckpoint() {
        List<AuditEntry> forged = chained("mallory", 10);
        List<Checkpoint> forgedToo = List.of(signed(forged, 8, newKey()));

        assertThat(verify(forged, forgedToo, null)).isInstanceOf(AuditVerdict.Intact.class);
        assertThat(verify(forged, forgedToo, checkpoints.get(1)))
                .isEqualTo(new AuditVerdict.Broken(8, "The checkpoint here was signed with another key."));
    }

    @Test
    void aCheckpointWithAWrongSignatureIsBroken() {
        Checkpoint c = checkpoints.get(1);
        var tampered = new Checkpoint(c.seq(), log.get(2).hash(), c.at(), c.publicKey(), c.signature());

        assertThat(verify(log, List.of(checkpoints.get(0), tampered), null))
                .isEqualTo(new AuditVerdict.Broken(8, "The signature of the checkpoint here is wrong."));
    }

    @Test
    void aSegmentDroppedByRetentionIsVouchedForByItsCheckpoint() {
        assertThat(verify(log.subList(4, 10), checkpoints, null)).isEqualTo(new AuditVerdict.Intact(6, 5, 8));
        assertThat(verify(log.subList(5, 10), checkpoints, null))
                .isEqualTo(new AuditVerdict.Broken(1, "The entries before 6 are missing."));
    }

    private static AuditVerdict verify(List<AuditEntry> log, List<Checkpoint> checkpoints, Checkpoint exported) {
        var verifier = new AuditVerifier(checkpoints, exported);
        log.forEach(verifier::feed);
        return verifier.verdict();
    }

    private static List<AuditEntry> chained(String actor, int count) {
        List<AuditEntry> chained = new ArrayList<>();
        String before = AuditChain.START;
        for (long seq = 1; seq <= count; seq++) {
            AuditEntry open = entry(actor, seq, null);
            before = AuditChain.hash(before, seq, open);
            chained.add(entry(actor, seq, before));
        }
        return chained;
    }

    private static AuditEntry entry(String actor, Long seq, String hash) {
        return new AuditEntry(
                new UUID(0, seq),
                AT,
                null,
                actor,
                "127.0.0.1",
                "token.issue",
                "token",
                "1",
                "laptop",
                "ok",
                Map.of("n", seq.toString()),
                seq,
                hash);
    }

    private static AuditEntry renamed(AuditEntry entry, String actor) {
        return entry(actor, entry.seq(), entry.hash());
    }

    private static Checkpoint signed(List<AuditEntry> log, int seq, KeyPair key) {
        return CheckpointSignature.sign(seq, log.get(seq - 1).hash(), AT, key);
    }

    private static KeyPair newKey() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
