package io.atmoshub.mirror.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The database of whoever hosts the mirror. Work is one transaction; work inside of work joins it.
@FunctionalInterface
public interface MirrorDatabase {
    <T> T call(Work<T> work);

    /// What is done in a transaction.
    @FunctionalInterface
    interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    /// How a row becomes a value.
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    default int update(String sql, Object... values) {
        return call(connection -> update(connection, sql, values));
    }

    default <T> List<T> list(String sql, Row<T> row, Object... values) {
        return call(connection -> list(connection, sql, row, values));
    }

    default <T> Optional<T> first(String sql, Row<T> row, Object... values) {
        return list(sql, row, values).stream().findFirst();
    }

    static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        }
    }

    static <T> List<T> list(Connection connection, String sql, Row<T> row, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                var found = new ArrayList<T>();
                while (rows.next()) {
                    found.add(row.read(rows));
                }
                return found;
            }
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
