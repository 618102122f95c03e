package io.atmoshub.server.database;

import jakarta.persistence.EntityManager;
import java.util.function.Consumer;
import java.util.function.Function;

/// Transactions, where one sees them begin and end. Work inside other work joins its transaction; what an
/// exception leaves is rolled back.
public interface Tx {
    <T> T call(Function<EntityManager, T> work);

    default void run(Consumer<EntityManager> work) {
        call(em -> {
            work.accept(em);
            return true;
        });
    }

    /// Runs the action once the present transaction is committed, and never when it is not. Outside of a
    /// transaction it runs at once.
    void afterCommit(Runnable action);
}
