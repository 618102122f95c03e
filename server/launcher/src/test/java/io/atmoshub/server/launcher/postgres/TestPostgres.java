package io.atmoshub.server.launcher.postgres;

import io.atmoshub.server.schema.DatabaseLogin;
import io.atmoshub.server.schema.Migrations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// A real PostgreSQL for tests: a container where a Docker engine answers, else the launcher's own embedded one.
/// One server serves the whole JVM and is gone when the JVM ends; each caller gets databases of its own.
///
/// ```java
/// TestPostgres.Database database = TestPostgres.freshDatabase();
/// try (Connection connection = database.app().connect()) { … }
/// ```
public final class TestPostgres {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestPostgres() {}

    /// A migrated database with the two ways into it: as the owner, and as the lesser role that the server works under.
    public record Database(DatabaseLogin owner, DatabaseLogin app) {
        public Connection connectAsOwner() throws SQLException {
            return DriverManager.getConnection(owner.url(), owner.user(), owner.password());
        }

        public Connection connectAsApp() throws SQLException {
            return DriverManager.getConnection(app.url(), app.user(), app.password());
        }
    }

    public static Database freshDatabase() {
        Database database = emptyDatabase();
        new Migrations(database.owner(), database.app()).apply();
        return database;
    }

    /// Without tables; the lesser role does not exist yet.
    public static Database emptyDatabase() {
        Server server = TheOne.SERVER;
        String name = "test_%d_%d".formatted(ProcessHandle.current().pid(), COUNT.incrementAndGet());
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("Can't create a database for the test", e);
        }
        String url = server.url(name);
        return new Database(
                new DatabaseLogin(url, server.user(), server.password()),
                new DatabaseLogin(url, name + "_app", "app-secret-of-a-test"));
    }

    /// A running server, whoever runs it.
    interface Server {
        String user();

        String password();

        /// The address of one of its databases.
        String url(String database);

        default Connection connect() throws SQLException {
            return DriverManager.getConnection(url("postgres"), user(), password());
        }
    }

    private static final class TheOne {
        static final Server SERVER = DockerEngine.answers() ? ContainerServer.start() : EmbeddedServer.start();
    }

    /// Nothing is kept on power loss (nobody misses a test's data), which makes it much faster.
    private record EmbeddedServer(EmbeddedPostgres postgres) implements Server {
        private static final Map<String, String> HASTY =
                Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off");

        static Server start() {
            try {
                Path folder = Files.createTempDirectory("atmos-hub-test-postgres-");
                var server = new EmbeddedServer(EmbeddedPostgres.start(folder, HASTY));
                Runtime.getRuntime().addShutdownHook(new Thread(() -> server.stopAndDelete(folder)));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void stopAndDelete(Path folder) {
            postgres.close();
            try {
                Trees.delete(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String user() {
            return postgres.owner("postgres").user();
        }

        @Override
        public String password() {
            return postgres.owner("postgres").password();
        }

        @Override
        public String url(String database) {
            return postgres.url(database);
        }
    }
}
