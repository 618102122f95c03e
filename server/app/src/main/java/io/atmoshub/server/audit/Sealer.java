package io.atmoshub.server.audit;

import io.atmoshub.hub.audit.AuditChain;
import io.atmoshub.hub.audit.AuditEntry;
import io.atmoshub.hub.audit.Checkpoint;
import io.atmoshub.hub.audit.CheckpointSignature;
import io.atmoshub.server.database.Tx;
import io.atmoshub.server.wiring.Service;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Gives committed entries their place in the chain. It takes them as it finds them: one whose transaction
/// was slow gets a later place than its time would say, but none is ever left out. One node at a time seals;
/// the others find the lock taken and leave it to that one.
@Service
public class Sealer {
    static final int BATCH = 500;
    private static final int ENTRIES_A_CHECKPOINT = 1_000;
    private static final Duration TIME_A_CHECKPOINT = Duration.ofMinutes(1);
    private static final long SEALING = 0x6175646974L;

    private record Link(long seq, String hash) {}

    private final Tx tx;
    private final Clock clock;

    @Inject
    public Sealer(Tx tx, Clock clock) {
        this.tx = tx;
        this.clock = clock;
    }

    /// Seals what is there now and answers how many entries that were.
    public int seal() {
        int all = 0;
        int batch;
        do {
            batch = tx.call(this::sealBatch);
            all += batch;
        } while (batch == BATCH);
        return all;
    }

    private int sealBatch(EntityManager em) {
        // Taken before anything is read and let go by the commit: who gets it next sees this one's links.
        boolean mine = (Boolean) em.createNativeQuery("select pg_try_advisory_xact_lock(:key)", Boolean.class)
                .setParameter("key", SEALING)
                .getSingleResult();
        if (!mine) {
            return 0;
        }
        Optional<Checkpoint> checkpoint = Checkpoints.last(em);
        Link end = end(em, checkpoint);
        List<AuditEntryEntity> open = em.createQuery(
                        "select e from AuditEntryEntity e where e.seq is null order by e.inserted",
                        AuditEntryEntity.class)
                .setMaxResults(BATCH)
                .getResultList();
        for (AuditEntryEntity entity : open) {
            end = link(em, end, entity.toEntry());
        }
        if (end.seq() > checkpoint.map(Checkpoint::seq).orElse(0L) && due(checkpoint, end)) {
            Checkpoints.add(
                    em, CheckpointSignature.sign(end.seq(), end.hash(), clock.instant(), SigningKey.readOrMake(em)));
        }
        return open.size();
    }

    private static Link end(EntityManager em, Optional<Checkpoint> checkpoint) {
        return em.createQuery(
                        "select e from AuditEntryEntity e where e.seq is not null order by e.seq desc",
                        AuditEntryEntity.class)
                .setMaxResults(1)
                .getResultStream()
                .map(AuditEntryEntity::toEntry)
                .map(entry -> new Link(entry.seq() == null ? 0 : entry.seq(), String.valueOf(entry.hash())))
                .findFirst()
                // Old entries may have been dropped, but never their checkpoint.
                .or(() -> checkpoint.map(c -> new Link(c.seq(), c.hash())))
                .orElse(new Link(0, AuditChain.START));
    }

    private static Link link(EntityManager em, Link before, AuditEntry entry) {
        Link link = new Link(before.seq() + 1, AuditChain.hash(before.hash(), before.seq() + 1, entry));
        em.createNativeQuery("update audit_entry set seq = :seq, hash = :hash where id = :id")
                .setParameter("seq", link.seq())
                .setParameter("hash", link.hash())
                .setParameter("id", entry.id())
                .executeUpdate();
        return link;
    }

    private boolean due(Optional<Checkpoint> last, Link end) {
        return last.map(c -> end.seq() - c.seq() >= ENTRIES_A_CHECKPOINT
                        || !clock.instant().isBefore(c.at().plus(TIME_A_CHECKPOINT)))
                .orElse(true);
    }
}
