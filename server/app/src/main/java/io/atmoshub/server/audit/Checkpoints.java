package io.atmoshub.server.audit;

import io.atmoshub.hub.audit.Checkpoint;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The signed checkpoints as the database keeps them.
final class Checkpoints {
    private static final String COLUMNS = "select seq, hash, at, public_key, signature from audit_checkpoint";

    private Checkpoints() {}

    static List<Checkpoint> all(EntityManager em) {
        return read(em, COLUMNS + " order by seq");
    }

    static Optional<Checkpoint> last(EntityManager em) {
        return read(em, COLUMNS + " order by seq desc limit 1").stream().findFirst();
    }

    static void add(EntityManager em, Checkpoint checkpoint) {
        em.createNativeQuery("""
                        insert into audit_checkpoint (seq, hash, at, public_key, signature)
                        values (:seq, :hash, :at, :key, :signature)""")
                .setParameter("seq", checkpoint.seq())
                .setParameter("hash", checkpoint.hash())
                .setParameter("at", checkpoint.at())
                .setParameter("key", checkpoint.publicKey())
                .setParameter("signature", checkpoint.signature())
                .executeUpdate();
    }

    @SuppressWarnings("unchecked") // JPA's native queries know no generics
    private static List<Checkpoint> read(EntityManager em, String sql) {
        List<Tuple> rows = em.createNativeQuery(sql, Tuple.class).getResultList();
        return rows.stream()
                .map(row -> new Checkpoint(
                        row.get("seq", Long.class),
                        String.valueOf(row.get("hash")),
                        row.get("at", Instant.class),
                        row.get("public_key", String.class),
                        row.get("signature", String.class)))
                .toList();
    }
}
