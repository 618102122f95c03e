package io.atmoshub.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.HubJson;
import io.atmoshub.hub.audit.AuditEntry;
import io.atmoshub.hub.audit.AuditFilter;
import io.atmoshub.hub.testing.Cast;
import io.atmoshub.server.testing.TestDatabase;
import io.atmoshub.server.testing.TestIdentity;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuditExportTest {
    private TestDatabase database;
    private TestIdentity identity;
    private AuditExport export;

    @BeforeEach
    void open() {
        database = new TestDatabase();
        identity = new TestIdentity(database.tx());
        export = new AuditExport(database.tx(), identity.access, identity.audit);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anExportHoldsEveryEntryOnceHoweverManyPagesItTakes() throws IOException {
        database.tx().run(em -> {
            for (int i = 0; i < 450; i++) {
                record(em, "token " + i);
            }
        });

        String[] lines = export(AuditExport.Format.NDJSON).split("\n");

        assertThat(lines).hasSize(450).doesNotHaveDuplicates();
        assertThat(HubJson.read(lines[0], AuditEntry.class).object()).startsWith("token ");
    }

    @Test
    void aSpreadsheetRunsNothingOfWhatIsInACsvFile() throws IOException {
        database.tx().run(em -> record(em, "=HYPERLINK(\"http://evil.example\")"));

        assertThat(export(AuditExport.Format.CSV)).contains("\"'=HYPERLINK(\"\"http://evil.example\"\")\"");
        assertThat(AuditExport.cell("+1")).isEqualTo("\"'+1\"");
        assertThat(AuditExport.cell("a,b")).isEqualTo("\"a,b\"");
    }

    @Test
    void onlyAdminsExportAndThatIsRecorded() {
        var refusal =
                assertThrows(HubException.class, () -> export.begin(identity.caller(Cast.ANA), AuditExport.Format.CSV));
        assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_ALLOWED);

        export.begin(identity.caller(Cast.ADMIN), AuditExport.Format.CSV);

        var log = new AuditLogForCaller(database.tx(), identity.access).as(identity.caller(Cast.ADMIN));
        var found = log.find(
                new AuditFilter("admin", "audit.*", null, "ok", null, null), io.atmoshub.hub.PageRequest.first(5));
        assertThat(found.items()).extracting(AuditEntry::action).containsExactly("audit.export");
    }

    private String export(AuditExport.Format format) throws IOException {
        StringWriter out = new StringWriter();
        export.write(identity.caller(Cast.ADMIN), AuditFilter.ALL, format, out);
        return out.toString();
    }

    private void record(jakarta.persistence.EntityManager em, String object) {
        identity.audit.record(
                em, AuditActor.HUB, "test.happen", new AuditObject("token", "1", object), Audit.OK, Map.of());
    }
}
