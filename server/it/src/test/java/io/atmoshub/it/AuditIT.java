package io.atmoshub.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Browser;
import io.atmoshub.hub.HubJson;
import io.atmoshub.hub.testing.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What somebody can do who has the whole database, and what `atmos hub audit verify` says of it. Each attack is
/// taken back at its end, for the hub is shared.
@ExtendWith(SharedHub.class)
class AuditIT {
    private static final List<String> TABLES = List.of("audit_entry", "audit_checkpoint");

    @TempDir
    static Path home;

    private static TestHub hub;
    private static Terminal atmos;
    private static Path checkpoint;
    private static long vouchedFor;

    @BeforeAll
    static void aCheckpointIsKeptElsewhere(TestHub running) throws Exception {
        hub = running;
        atmos = new Terminal(home);
        var login = atmos.run(running.adminToken(), "hub", "login", running.address(), "--token-stdin");
        assertThat(login.code()).as(login.all()).isZero();
        Visitor admin = running.admin();
        for (int i = 0; i < 5; i++) {
            admin.token("READ");
        }
        Await.until("a checkpoint over some entries", () -> lastCheckpoint() > 0);
        var exported = atmos.run("", "hub", "audit", "export-checkpoint");
        assertThat(exported.code()).as(exported.all()).isZero();
        checkpoint = Files.writeString(home.resolve("checkpoint.json"), exported.out());
        vouchedFor = HubJson.mapper().readTree(exported.out()).get("seq").asLong();
        Await.until("sealed entries beyond it", () -> lastSeq() > vouchedFor + 2);
    }

    @Test
    void anUntouchedLogIsIntact() throws Exception {
        var verified = atmos.run("", "hub", "audit", "verify", "--checkpoint", checkpoint.toString());

        assertThat(verified.code()).as(verified.all()).isZero();
        assertThat(verified.out()).contains("Intact");
    }

    @Test
    void evenTheOwnerOfTheTablesIsRefusedAtFirst() {
        assertThatThrownBy(() -> execute("update audit_entry set actor = 'nobody' where seq = 2"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("only grows");
    }

    @Test
    void aChangedEntryIsNamed() throws Exception {
        long changed = lastSeq() - 1;
        forge("update audit_entry set actor = actor || '!' where seq = " + changed);
        try {
            JsonNode verdict = verdict(1);

            assertThat(verdict.get("verdict").asString()).isEqualTo("broken");
            assertThat(verdict.get("seq").asLong()).isEqualTo(changed);
        } finally {
            forge("update audit_entry set actor = left(actor, -1) where seq = " + changed);
        }
        assertThat(verdict(0).get("verdict").asString()).isEqualTo("intact");
    }

    @Test
    void aMissingEntryIsNamed() throws Exception {
        long missing = lastSeq() - 1;
        forge(
                "create table kept_entry as select * from audit_entry where seq = " + missing,
                "delete from audit_entry where seq = " + missing);
        try {
            JsonNode verdict = verdict(1);

            assertThat(verdict.get("verdict").asString()).isEqualTo("broken");
            assertThat(verdict.get("seq").asLong()).isEqualTo(missing);
        } finally {
            forge("insert into audit_entry overriding system value select * from kept_entry", "drop table kept_entry");
        }
    }

    /// With the checkpoints of the tail gone as well, the hub itself can't know. Who kept one does.
    @Test
    void aCutTailIsFoundByTheCheckpointThatWasKept() throws Exception {
        long last = vouchedFor - 1;
        forge(
                "create table kept_entry as select * from audit_entry where seq > " + last,
                "create table kept_checkpoint as select * from audit_checkpoint where seq > " + last,
                "delete from audit_entry where seq > " + last,
                "delete from audit_checkpoint where seq > " + last);
        try {
            assertThat(verdict(0).get("verdict").asString()).isEqualTo("intact");

            JsonNode verdict = verdict(1, "--checkpoint", checkpoint.toString());

            assertThat(verdict.get("verdict").asString()).isEqualTo("cut");
            assertThat(verdict.get("lastSeq").asLong()).isEqualTo(last);
            assertThat(verdict.get("signedTo").asLong()).isEqualTo(vouchedFor);
        } finally {
            forge(
                    "insert into audit_entry overriding system value select * from kept_entry",
                    "insert into audit_checkpoint select * from kept_checkpoint",
                    "drop table kept_entry",
                    "drop table kept_checkpoint");
        }
    }

    @Test
    @ExtendWith(Chromium.class)
    void theExportOfTheAuditPageIsVerifiedToo(Browser browser) throws Exception {
        Path file = home.resolve("audit.ndjson");
        try (var page = Page.signedIn(browser, hub.address(), "admin", TestHub.ADMIN_PASSWORD)) {
            page.open("/audit");
            var download =
                    page.raw().waitForDownload(() -> page.text("Export NDJSON").click());
            assertThat(download.suggestedFilename()).matches("audit-\\d{4}-\\d\\d-\\d\\d\\.ndjson");
            download.saveAs(file);
        }

        JsonNode verdict = verdict(0, "--export", file.toString(), "--checkpoint", checkpoint.toString());

        assertThat(verdict.get("verdict").asString()).isEqualTo("intact");
        assertThat(verdict.get("signedTo").asLong()).isEqualTo(vouchedFor);
        Path forged = Files.writeString(
                home.resolve("forged.ndjson"), Files.readString(file).replaceFirst("token.issue", "token.isxue"));
        assertThat(verdict(1, "--export", forged.toString()).get("verdict").asString())
                .isEqualTo("broken");
    }

    private static JsonNode verdict(int exitCode, String... more) throws Exception {
        String[] words = Stream.concat(Stream.of("hub", "audit", "verify", "--json"), Stream.of(more))
                .toArray(String[]::new);
        var verified = atmos.run("", words);
        assertThat(verified.code()).as(verified.all()).isEqualTo(exitCode);
        return HubJson.mapper().readTree(verified.out());
    }

    /// As somebody does who has the owner's password, and knows what stands in the way.
    private static void forge(String... statements) throws SQLException {
        try (Connection connection = owner();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String table : TABLES) {
                statement.execute("alter table " + table + " disable trigger user");
            }
            for (String sql : statements) {
                statement.execute(sql);
            }
            for (String table : TABLES) {
                statement.execute("alter table " + table + " enable trigger user");
            }
            connection.commit();
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = owner();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long lastSeq() {
        return number("select coalesce(max(seq), 0) from audit_entry");
    }

    private static long lastCheckpoint() {
        return number("select coalesce(max(seq), 0) from audit_checkpoint");
    }

    private static long number(String sql) {
        try (Connection connection = owner();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static Connection owner() throws SQLException {
        Path data = hub.process().data();
        try {
            String port = Files.readAllLines(data.resolve("postgres-data/postmaster.pid"))
                    .get(3);
            String password =
                    Files.readString(data.resolve("database-owner-password")).strip();
            return DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:%s/atmos_hub".formatted(port), "atmos_hub", password);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
