package io.atmoshub.server.testing;

import io.atmoshub.server.database.Tx;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.util.function.Function;

/// Transactions of a node whose way to the database can be cut.
public final class CuttableTx implements Tx {
    private final Tx tx;
    private volatile boolean cut;

    CuttableTx(Tx tx) {
        this.tx = tx;
    }

    public void cut(boolean now) {
        cut = now;
    }

    @Override
    public <T> T call(Function<EntityManager, T> work) {
        if (cut) {
            throw new PersistenceException("The way to the database is cut.");
        }
        return tx.call(work);
    }

    @Override
    public void afterCommit(Runnable action) {
        tx.afterCommit(action);
    }
}
