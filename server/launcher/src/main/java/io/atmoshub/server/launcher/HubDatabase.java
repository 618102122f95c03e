package io.atmoshub.server.launcher;

import io.atmoshub.server.launcher.child.Child;
import io.atmoshub.server.launcher.postgres.EmbeddedPostgres;
import io.atmoshub.server.launcher.postgres.Secret;
import io.atmoshub.server.launcher.settings.Settings.OwnDatabase;
import io.atmoshub.server.schema.DatabaseLogin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The database that this hub works on: our own child, or one that somebody else runs. Either way there are two ways
/// in: the owner's, for migrations, and the lesser role's, for the server.
record HubDatabase(DatabaseLogin owner, DatabaseLogin app, Optional<EmbeddedPostgres> embedded) {
    private static final String NAME = "atmos_hub";

    static HubDatabase embedded(Path data) {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(data, EmbeddedPostgres.DURABLE);
        try {
            createIfMissing(postgres);
            String password = Secret.readOrMake(data.resolve("database-app-password"));
            return new HubDatabase(
                    postgres.owner(NAME),
                    new DatabaseLogin(postgres.url(NAME), NAME + "_app", password),
                    Optional.of(postgres));
        } catch (SQLException | IOException e) {
            postgres.close();
            throw new CannotStart("The embedded database can't be prepared: " + e.getMessage(), e);
        }
    }

    static HubDatabase of(OwnDatabase own, Path data) {
        String name = databaseIn(own);
        return new HubDatabase(
                new DatabaseLogin(own.url(), own.user(), own.password()),
                new DatabaseLogin(own.url(), name + "_app", appPassword(own, name, data)),
                Optional.empty());
    }

    Optional<Child> process() {
        return embedded.map(EmbeddedPostgres::process);
    }

    /// Nobody can sign in yet: the first administrator has to be made.
    boolean hasNoPerson() {
        try (Connection connection = DriverManager.getConnection(owner.url(), owner.user(), owner.password());
                Statement statement = connection.createStatement()) {
            return !holds(statement, "select to_regclass('public.person') is not null")
                    || !holds(statement, "select exists (select from person)");
        } catch (SQLException e) {
            throw new CannotStart("The database can't be read: " + e.getMessage(), e);
        }
    }

    private static void createIfMissing(EmbeddedPostgres postgres) throws SQLException {
        DatabaseLogin login = postgres.owner("postgres");
        try (Connection connection = DriverManager.getConnection(login.url(), login.user(), login.password());
                Statement statement = connection.createStatement()) {
            if (!holds(statement, "select exists (select from pg_database where datname = '" + NAME + "')")) {
                statement.execute("create database " + NAME);
            }
        }
    }

    private static boolean holds(Statement statement, String question) throws SQLException {
        try (ResultSet rows = statement.executeQuery(question)) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    /// PostgreSQL's own rule: an address that names no database means the one called like the user.
    private static String databaseIn(OwnDatabase own) {
        String place = own.url().replaceFirst("[?].*", "").replaceFirst("^jdbc:postgresql:(//[^/]*/?)?", "");
        return place.isEmpty() ? own.user() : place;
    }

    /// Made from the owner's password, so that all nodes on one database come to the same one without talking.
    private static String appPassword(OwnDatabase own, String database, Path data) {
        try {
            if (own.password().isEmpty()) {
                return Secret.readOrMake(data.resolve("database-app-password"));
            }
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(own.password().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] made = mac.doFinal(("Atmos Hub, server's role in " + database).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(made);
        } catch (GeneralSecurityException | IOException e) {
            throw new CannotStart("The password of the server's database role can't be made: " + e.getMessage(), e);
        }
    }
}
