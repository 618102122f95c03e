package io.atmoshub.server.database;

import io.atmoshub.server.wiring.Service;
import jakarta.annotation.Resource;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.util.function.Function;

/// Transactions of the application server. They belong to the thread, so they work on virtual threads too.
@Service
@SuppressWarnings("NullAway.Init") // injected
public class JtaTx implements Tx {
    private static final ThreadLocal<AfterCommit> CURRENT = new ThreadLocal<>();

    @PersistenceContext(unitName = "hub")
    private EntityManager em;

    @Resource
    private UserTransaction transaction;

    @Override
    public <T> T call(Function<EntityManager, T> work) {
        if (CURRENT.get() != null) {
            return work.apply(em);
        }
        AfterCommit actions = new AfterCommit();
        T result;
        begin();
        CURRENT.set(actions);
        try {
            result = work.apply(em);
            commit();
        } finally {
            CURRENT.remove();
            rollBackIfOpen();
        }
        actions.run();
        return result;
    }

    @Override
    public void afterCommit(Runnable action) {
        AfterCommit actions = CURRENT.get();
        if (actions == null) {
            action.run();
        } else {
            actions.add(action);
        }
    }

    private void begin() {
        try {
            transaction.begin();
        } catch (NotSupportedException | SystemException e) {
            throw new IllegalStateException("A transaction could not begin.", e);
        }
    }

    private void commit() {
        try {
            transaction.commit();
        } catch (RollbackException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("The transaction was rolled back.", e);
        } catch (jakarta.transaction.HeuristicMixedException
                | jakarta.transaction.HeuristicRollbackException
                | SystemException e) {
            throw new IllegalStateException("The transaction could not be committed.", e);
        }
    }

    private void rollBackIfOpen() {
        try {
            if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
                transaction.rollback();
            }
        } catch (SystemException e) {
            throw new IllegalStateException("The transaction could not be rolled back.", e);
        }
    }
}
