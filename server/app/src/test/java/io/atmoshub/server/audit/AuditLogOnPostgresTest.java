package io.atmoshub.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.audit.AuditFilter;
import io.atmoshub.hub.session.SessionFilter;
import io.atmoshub.hub.testing.AuditLogContract;
import io.atmoshub.hub.testing.Fixture;
import io.atmoshub.server.database.Cursor;
import io.atmoshub.server.testing.HubFixture;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditLogOnPostgresTest extends AuditLogContract {
    private static final String UUID_ZERO = "00000000-0000-0000-0000-000000000000";

    @TempDir
    static Path folder;

    private static HubFixture hub;

    @BeforeAll
    static void start() throws IOException {
        hub = new HubFixture(folder);
    }

    @AfterAll
    static void stop() {
        hub.stop();
    }

    @Test
    void timesAndSignsThatTheDatabaseDoesNotKnowFindNothing() {
        AuditFilter ever = new AuditFilter("ana\0", null, null, "nothing\0", Instant.MIN, Instant.MAX);
        String cursor = Cursor.write(List.of(Instant.MIN.toString(), "1"));

        assertThat(admin.audit().find(ever, PageRequest.first(1)).items()).isEmpty();
        assertThat(admin.audit()
                        .find(AuditFilter.ALL, new PageRequest(cursor, 1))
                        .items())
                .isEmpty();
        assertThat(ana.sessions()
                        .list(
                                SessionFilter.ALL,
                                new PageRequest(Cursor.write(List.of(Instant.MIN.toString(), UUID_ZERO)), 1))
                        .items())
                .isEmpty();
    }

    @Override
    protected Fixture open() {
        return hub;
    }
}
