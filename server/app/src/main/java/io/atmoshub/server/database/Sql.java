package io.atmoshub.server.database;

import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/// Plain SQL on the current transaction's connection, where the statement is the point: numbering, claiming,
/// fencing. What entities changed is written first.
public final class Sql {
    /// How a row becomes a value.
    @FunctionalInterface
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private Sql() {}

    public static <T> List<T> list(EntityManager em, String sql, Row<T> row, @Nullable Object... values) {
        return session(em).doReturningWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                bind(statement, values);
                try (ResultSet rows = statement.executeQuery()) {
                    List<T> found = new ArrayList<>();
                    while (rows.next()) {
                        found.add(row.read(rows));
                    }
                    return found;
                }
            }
        });
    }

    public static <T> Optional<T> first(EntityManager em, String sql, Row<T> row, @Nullable Object... values) {
        return list(em, sql, row, values).stream().findFirst();
    }

    /// How many rows were changed.
    public static int update(EntityManager em, String sql, @Nullable Object... values) {
        return session(em).doReturningWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                bind(statement, values);
                return statement.executeUpdate();
            }
        });
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /// The nearest time that the database knows: anybody can ask for the year -1000000000.
    public static Instant known(Instant at) {
        return at.isBefore(EARLIEST) ? EARLIEST : at.isAfter(LATEST) ? LATEST : at;
    }

    private static Session session(EntityManager em) {
        Session session = em.unwrap(Session.class);
        session.flush();
        return session;
    }

    private static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            statement.setObject(i + 1, value instanceof Instant at ? known(at).atOffset(ZoneOffset.UTC) : value);
        }
    }
}
