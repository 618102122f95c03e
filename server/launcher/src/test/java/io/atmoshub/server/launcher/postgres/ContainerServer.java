package io.atmoshub.server.launcher.postgres;

import org.testcontainers.postgresql.PostgreSQLContainer;

/// PostgreSQL in a container; Testcontainers removes it after the JVM ended. Kept apart so that its classes load only
/// where an engine answers.
record ContainerServer(PostgreSQLContainer container) implements TestPostgres.Server {
    static TestPostgres.Server start() {
        var container = new PostgreSQLContainer("postgres:18-alpine");
        container.start();
        return new ContainerServer(container);
    }

    @Override
    public String user() {
        return container.getUsername();
    }

    @Override
    public String password() {
        return container.getPassword();
    }

    @Override
    public String url(String database) {
        return "jdbc:postgresql://%s:%d/%s"
                .formatted(container.getHost(), container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT), database);
    }
}
