package io.atmoshub.server.testing;

import io.atmoshub.server.database.SeTx;
import io.atmoshub.server.database.Tx;
import io.atmoshub.server.launcher.postgres.TestPostgres;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.Map;

/// A migrated database of its own on a real PostgreSQL, used as the server uses it: under the lesser role.
public final class TestDatabase implements AutoCloseable {
    private final TestPostgres.Database database = TestPostgres.freshDatabase();
    private final EntityManagerFactory factory = Persistence.createEntityManagerFactory(
            "hub",
            Map.of(
                    "jakarta.persistence.transactionType",
                    "RESOURCE_LOCAL",
                    "jakarta.persistence.jdbc.driver",
                    "org.postgresql.Driver",
                    "jakarta.persistence.jdbc.url",
                    database.app().url(),
                    "jakarta.persistence.jdbc.user",
                    database.app().user(),
                    "jakarta.persistence.jdbc.password",
                    database.app().password(),
                    "hibernate.connection.pool_size",
                    "60"));
    private final Tx tx = new SeTx(factory);

    public Tx tx() {
        return tx;
    }

    public TestPostgres.Database logins() {
        return database;
    }

    @Override
    public void close() {
        factory.close();
    }
}
