package io.atmoshub.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.server.launcher.HubProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// What keeps a hub from starting is said in one line that helps, and ends it with exit code 1.
@ExtendWith(SharedHub.class)
class RefusedStartIT {
    @TempDir
    Path folder;

    @Test
    void aPortThatIsTaken() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());

            assertThat(refusal(folder, Map.of("ATMOS_HUB_HTTP_PORT", port)))
                    .contains("port " + port)
                    .contains("ATMOS_HUB_HTTP_PORT");
        }
    }

    @Test
    void aDataFolderThatCanNotBeWritten() {
        // Nobody can make a folder there, not even root.
        assertThat(refusal(Path.of("/proc/atmos-hub"), Map.of()))
                .contains("/proc/atmos-hub")
                .contains("ATMOS_HUB_DATA");
    }

    @Test
    void aDataFolderThatIsAFile() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThat(refusal(file, Map.of())).contains(file.toString()).contains("ATMOS_HUB_DATA");
    }

    @Test
    void aDatabaseThatDoesNotAnswer() throws IOException {
        int nobody;
        try (var door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = door.getLocalPort();
        }
        String url = "jdbc:postgresql://127.0.0.1:%d/hub".formatted(nobody);

        assertThat(refusal(folder, Map.of("ATMOS_HUB_DB_URL", url, "ATMOS_HUB_DB_USER", "hub")))
                .contains(url)
                .contains("refused")
                .contains("ATMOS_HUB_DB_URL");
    }

    @Test
    void aDatabaseThatIsTooOld() throws IOException {
        try (var old = new OldPostgres()) {
            assertThat(refusal(folder, Map.of("ATMOS_HUB_DB_URL", old.url(), "ATMOS_HUB_DB_USER", "hub")))
                    .contains(old.url())
                    .contains("PostgreSQL 12")
                    .contains("needs 15");
        }
    }

    @Test
    void dataThatAnotherHubUses(TestHub other) {
        long process = other.process().pid(HubProcess.Part.LAUNCHER);

        assertThat(refusal(other.process().data(), Map.of()))
                .contains("process " + process)
                .contains(other.process().data().toString());
        assertThat(other.admin().get("/health/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void aCertificateWithoutItsKey() {
        assertThat(refusal(folder, Map.of("ATMOS_HUB_TLS_CERT", "hub.crt"))).contains("ATMOS_HUB_TLS_KEY");
    }

    private static String refusal(Path data, Map<String, String> environment) {
        try (HubProcess hub = HubProcess.start(TestHub.distribution(), data, environment)) {
            assertThat(hub.exitCode()).as(hub.output()).isEqualTo(1);
            List<String> said = hub.output()
                    .lines()
                    .filter(line -> !line.startsWith("Starting Atmos Hub"))
                    .toList();
            assertThat(said).hasSize(1);
            assertThat(said.getFirst()).startsWith("atmos-hub: ");
            return said.getFirst();
        }
    }
}
