package io.atmoshub.server.expiry;

import io.atmoshub.server.database.Tx;
import io.atmoshub.server.wiring.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Deletes the ways in that are closed by their age, and guesses that nobody counts any more. None of them worked
/// before either: this keeps tables small and secrets few, and it does not matter when it happens, or on which node.
@Service
public class Expiry {
    /// Longer than a guess is counted and longer than anybody waits.
    private static final Duration GUESSES_KEPT = Duration.ofDays(1);

    private final Tx tx;
    private final Clock clock;

    @Inject
    public Expiry(Tx tx, Clock clock) {
        this.tx = tx;
        this.clock = clock;
    }

    /// How many there were.
    public int clear() {
        Instant now = clock.instant();
        int cleared = 0;
        for (String table : List.of("sign_in", "access_token", "invitation")) {
            cleared += delete(table, "expires_at", now);
        }
        return cleared + delete("sign_in_failure", "last_at", now.minus(GUESSES_KEPT));
    }

    private int delete(String table, String column, Instant before) {
        return tx.call(em -> em.createNativeQuery("delete from %s where %s < :before".formatted(table, column))
                .setParameter("before", before)
                .executeUpdate());
    }
}
