package io.atmoshub.server.schema;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.output.MigrateResult;

/// Brings a database to the tables of this build. Runs as the owner, before the server starts; the server itself works
/// as a lesser role that reads and writes rows and changes no table.
///
/// A new table is open to the lesser role at once (default privileges). A migration that wants less says so itself, and
/// no later start undoes it: `revoke update, delete on audit_entry from ${app};`
public final class Migrations {
    /// NOTIFY, generated columns and the rights on schema `public` behave alike from here on.
    static final int OLDEST_POSTGRESQL = 15;

    /// Flyway tells its whole day at level INFO. Held here, for a logger nobody holds forgets its level.
    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

    private final DatabaseLogin owner;
    private final DatabaseLogin app;

    public Migrations(DatabaseLogin owner, DatabaseLogin app) {
        FLYWAY.setLevel(Level.SEVERE);
        this.owner = owner;
        this.app = app;
    }

    /// Applies what is missing and answers how many migrations that were.
    public int apply() {
        try (Connection connection = connect()) {
            refuseOldDatabase(connection);
            new LesserRole(connection, app).prepare();
            int applied = migrate();
            new LesserRole(connection, app).keepOffHistory();
            return applied;
        } catch (SQLException e) {
            throw new DatabaseRefused(
                    "The database at %s refused to be prepared: %s".formatted(owner.place(), firstLine(e)), e);
        }
    }

    private Connection connect() {
        try {
            return DriverManager.getConnection(owner.url(), owner.user(), owner.password());
        } catch (SQLException e) {
            throw new DatabaseRefused(
                    "Can't use the database at %s as %s: %s Check ATMOS_HUB_DB_URL, ATMOS_HUB_DB_USER and ATMOS_HUB_DB_PASSWORD."
                            .formatted(owner.place(), owner.user(), sentence(firstLine(e))),
                    e);
        }
    }

    private void refuseOldDatabase(Connection connection) throws SQLException {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        if (version < OLDEST_POSTGRESQL) {
            throw new DatabaseRefused("The database at %s is PostgreSQL %d; Atmos Hub needs %d or newer."
                    .formatted(owner.place(), version, OLDEST_POSTGRESQL));
        }
    }

    private int migrate() {
        Flyway flyway = Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(owner.url(), owner.user(), owner.password())
                .locations("classpath:db/migration")
                .defaultSchema("public")
                .placeholders(Map.of("app", LesserRole.quoted(app.user())))
                .connectRetries(0)
                .load();
        try {
            refuseNewerSchema(flyway);
            MigrateResult result = flyway.migrate();
            return result.migrationsExecuted;
        } catch (FlywayException e) {
            throw new DatabaseRefused(
                    "The database at %s could not be brought to this build's tables: %s"
                            .formatted(owner.place(), firstLine(e)),
                    e);
        }
    }

    private void refuseNewerSchema(Flyway flyway) {
        for (MigrationInfo migration : flyway.info().all()) {
            if (migration.getState() == MigrationState.FUTURE_SUCCESS
                    || migration.getState() == MigrationState.FUTURE_FAILED) {
                throw new DatabaseRefused(
                        "The database at %s has tables of a newer Atmos Hub (migration %s). Start that version or a newer one."
                                .formatted(owner.place(), migration.getVersion()));
            }
        }
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }
}
