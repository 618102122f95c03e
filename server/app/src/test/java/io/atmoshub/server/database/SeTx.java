package io.atmoshub.server.database;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.function.Function;

/// Transactions without an application server, for tests.
@SuppressWarnings("ThreadLocalUsage") // one for each database, as tests have several
public final class SeTx implements Tx {
    private record Work(EntityManager em, AfterCommit actions) {}

    private final EntityManagerFactory factory;
    private final ThreadLocal<Work> current = new ThreadLocal<>();

    public SeTx(EntityManagerFactory factory) {
        this.factory = factory;
    }

    @Override
    public <T> T call(Function<EntityManager, T> work) {
        Work running = current.get();
        if (running != null) {
            return work.apply(running.em());
        }
        AfterCommit actions = new AfterCommit();
        T result;
        try (EntityManager em = factory.createEntityManager()) {
            em.getTransaction().begin();
            current.set(new Work(em, actions));
            try {
                result = work.apply(em);
                em.getTransaction().commit();
            } catch (jakarta.persistence.RollbackException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : e;
            } finally {
                current.remove();
                if (em.getTransaction().isActive()) {
                    em.getTransaction().rollback();
                }
            }
        }
        actions.run();
        return result;
    }

    @Override
    public void afterCommit(Runnable action) {
        Work running = current.get();
        if (running == null) {
            action.run();
        } else {
            running.actions().add(action);
        }
    }
}
