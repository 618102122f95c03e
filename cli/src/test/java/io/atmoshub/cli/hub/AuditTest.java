package io.atmoshub.cli.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.cli.WithHub;
import io.atmoshub.hub.HubJson;
import io.atmoshub.hub.audit.Checkpoint;
import io.atmoshub.hub.token.Scope;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The audit log, checked from outside.
class AuditTest extends WithHub {
    @BeforeEach
    void someHistory() {
        logIn("admin", Scope.ADMIN);
        for (int i = 0; i < 5; i++) {
            hub.token("ana", Scope.READ);
        }
    }

    @Test
    void anUntouchedLogIsIntact() {
        var played = play();

        assertThat(played.run("hub", "audit", "verify")).isZero();
        assertThat(played.out()).startsWith("Intact: 6 entries");
        assertThat(played.run("hub", "audit", "verify", "--json")).isZero();
        assertThat(played.out()).contains("\"verdict\":\"intact\"");
    }

    @Test
    void aForgedEntryIsNamed() {
        hub.forgeAudit(4, "somebody else");
        var played = play();

        assertThat(played.run("hub", "audit", "verify")).isEqualTo(1);

        assertThat(played.out()).startsWith("Broken at entry 4.");
    }

    @Test
    void aCutTailIsFoundByAKeptCheckpoint() throws Exception {
        var exporting = play();
        assertThat(exporting.run("hub", "audit", "export-checkpoint")).isZero();
        Path kept = write("checkpoint.json", exporting.out());
        hub.cutAudit(3);
        var played = play();

        assertThat(played.run("hub", "audit", "verify", "--checkpoint", kept.toString()))
                .isEqualTo(1);

        assertThat(played.out()).contains("Cut off", "entry 3", "up to 6");
    }

    @Test
    void anExportIsCheckedWithoutTheHub() throws Exception {
        String lines = hub.as("admin").audit().sealed(0, 100).reversed().stream()
                .map(HubJson::write)
                .collect(Collectors.joining("\n"));
        Path export = write("audit.ndjson", lines);
        server.close();

        assertThat(play().run("hub", "audit", "verify", "--export", export.toString()))
                .isZero();
        Path forged = write("forged.ndjson", lines.replace("token.issue", "token.weep"));
        assertThat(play().run("hub", "audit", "verify", "--export", forged.toString(), "--json"))
                .isEqualTo(1);
        var missing = play();
        assertThat(missing.run(
                        "hub",
                        "audit",
                        "verify",
                        "--export",
                        folder.resolve("none").toString()))
                .isEqualTo(1);
        assertThat(missing.err()).contains("can't be read");
    }

    @Test
    void aLogWithoutItsBeginningSaysSo() throws Exception {
        var exporting = play();
        assertThat(exporting.run("hub", "audit", "export-checkpoint")).isZero();
        Path kept = write("checkpoint.json", exporting.out());
        long seq = HubJson.read(exporting.out(), Checkpoint.class).seq();
        hub.token("ana", Scope.READ);
        Path export = write(
                "rest.ndjson",
                hub.as("admin").audit().sealed(seq, 100).stream()
                        .map(HubJson::write)
                        .collect(Collectors.joining("\n")));
        var played = play();

        assertThat(played.run("hub", "audit", "verify", "--export", export.toString(), "--checkpoint", kept.toString()))
                .isZero();

        assertThat(played.out()).contains("begins at entry %d: the %d before it".formatted(seq + 1, seq));
    }

    @Test
    void onlyAdminsVerify() {
        logIn("ana", Scope.READ);
        var played = play();

        assertThat(played.run("hub", "audit", "verify")).isEqualTo(1);

        assertThat(played.out()).isEmpty();
        assertThat(played.err()).isNotBlank();
    }
}
