package io.atmoshub.server.schema;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// The role that the server works under: rows yes, tables no.
final class LesserRole {
    /// Held while the role is made, so that two launchers on one database don't trip over each other.
    private static final long MAKING_THE_ROLE = 0x61746d6f73L;

    private final Connection owner;
    private final DatabaseLogin app;

    LesserRole(Connection owner, DatabaseLogin app) {
        this.owner = owner;
        this.app = app;
    }

    void prepare() throws SQLException {
        String role = quoted(app.user());
        execute("select pg_advisory_lock(%d)".formatted(MAKING_THE_ROLE));
        try {
            if (!exists()) {
                create();
            } else if (!canSignIn()) {
                execute("alter role %s login password %s".formatted(role, literal(app.password())));
            }
            execute("grant connect on database %s to %s".formatted(quoted(owner.getCatalog()), role));
            execute("grant usage on schema public to " + role);
            execute("alter default privileges in schema public grant select, insert, update, delete on tables to "
                    + role);
            execute("alter default privileges in schema public grant usage, select on sequences to " + role);
        } finally {
            execute("select pg_advisory_unlock(%d)".formatted(MAKING_THE_ROLE));
        }
    }

    /// The history of migrations was made under the default privileges like any table; the server may only read it.
    void keepOffHistory() throws SQLException {
        execute("revoke insert, update, delete on flyway_schema_history from " + quoted(app.user()));
    }

    private void create() throws SQLException {
        try {
            execute("create role %s login nosuperuser nocreatedb nocreaterole password %s"
                    .formatted(quoted(app.user()), literal(app.password())));
        } catch (SQLException e) {
            throw new DatabaseRefused(
                    "The owner of the database may not create the role %s that the server works under. Grant it CREATEROLE."
                            .formatted(app.user()),
                    e);
        }
    }

    private boolean exists() throws SQLException {
        try (PreparedStatement query = owner.prepareStatement("select 1 from pg_roles where rolname = ?")) {
            query.setString(1, app.user());
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    /// Asked first because a password that is set anew on each start would end the other node's new connections.
    private boolean canSignIn() {
        try (Connection asApp = DriverManager.getConnection(app.url(), app.user(), app.password())) {
            return asApp.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
