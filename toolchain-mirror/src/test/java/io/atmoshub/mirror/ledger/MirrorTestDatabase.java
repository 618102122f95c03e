package io.atmoshub.mirror.ledger;

import io.atmoshub.server.launcher.postgres.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;

/// A migrated database of its own on a real PostgreSQL, under the role that the server has.
public final class MirrorTestDatabase implements MirrorDatabase {
    private final TestPostgres.Database database = TestPostgres.freshDatabase();
    /// As a pool of connections would have it.
    private final Semaphore connections = new Semaphore(20);

    @Override
    public <T> T call(Work<T> work) {
        connections.acquireUninterruptibly();
        try (Connection connection = database.connectAsApp()) {
            connection.setAutoCommit(false);
            T result = work.in(connection);
            connection.commit();
            return result;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            connections.release();
        }
    }
}
