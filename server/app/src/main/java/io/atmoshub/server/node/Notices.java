package io.atmoshub.server.node;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/// Hears the notices of all nodes, on a connection of its own: one from the pool would be gone with its
/// transaction. What is said while it is not connected is lost; those who listen also look for themselves.
public final class Notices implements AutoCloseable {
    /// Opens a plain connection.
    @FunctionalInterface
    public interface Connector {
        Connection connect() throws SQLException;
    }

    private static final Logger LOG = System.getLogger(Notices.class.getName());
    private static final int PATIENCE_MILLIS = 5_000;

    private final Connector connector;
    private final Consumer<Notice> listener;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable Connection connection;

    public Notices(Connector connector, Consumer<Notice> listener) {
        this.connector = connector;
        this.listener = listener;
    }

    /// Listens until closed; for a thread of its own.
    public void listen() {
        while (!closed()) {
            try (Connection fresh = connector.connect()) {
                connection = fresh;
                hear(fresh);
            } catch (SQLException e) {
                if (!closed()) {
                    LOG.log(Level.WARNING, "No notices from other nodes: {0}. Trying again.", e.getMessage());
                }
            }
            connection = null;
            pause();
        }
    }

    private void hear(Connection fresh) throws SQLException {
        try (Statement statement = fresh.createStatement()) {
            statement.execute("listen " + Notice.CHANNEL);
        }
        PGConnection postgres = fresh.unwrap(PGConnection.class);
        while (!closed()) {
            PGNotification[] heard = postgres.getNotifications(PATIENCE_MILLIS);
            if (heard == null || heard.length == 0) {
                // A connection whose other end is gone looks like a quiet one.
                if (!fresh.isValid(PATIENCE_MILLIS / 1000)) {
                    throw new SQLException("the connection broke");
                }
                continue;
            }
            for (PGNotification notification : heard) {
                Notice.parse(notification.getParameter()).ifPresent(listener);
            }
        }
    }

    private boolean closed() {
        return closed.getCount() == 0;
    }

    private void pause() {
        try {
            boolean over = closed.await(1, TimeUnit.SECONDS);
            LOG.log(Level.DEBUG, "Listening again unless closed: {0}", over);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed.countDown();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        Connection open = connection;
        if (open != null) {
            try {
                open.abort(Runnable::run);
            } catch (SQLException e) {
                LOG.log(Level.DEBUG, "The notices' connection was gone already", e);
            }
        }
    }
}
