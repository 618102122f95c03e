package io.atmoshub.server.launcher.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atmoshub.server.launcher.CannotStart;
import io.atmoshub.server.launcher.settings.Settings.LogFormat;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir
    Path folder;

    @Test
    void nothingNeedsToBeSet() {
        Settings settings = settings(Map.of());

        assertThat(settings.localUrl()).isEqualTo("http://localhost:8080");
        assertThat(settings.data()).isEqualTo(Path.of(System.getProperty("user.home"), ".atmos-hub"));
        assertThat(settings.database()).isEmpty();
        assertThat(settings.logFormat()).isEqualTo(LogFormat.TEXT);
        assertThat(settings.proxies().none()).isTrue();
    }

    @Test
    void homeIsWhereTheEnvironmentSaysItIs() {
        assertThat(settings(Map.of("HOME", "/home/ana")).data()).isEqualTo(Path.of("/home/ana/.atmos-hub"));
    }

    @Test
    void theEnvironmentGoesBeforeTheFile() throws IOException {
        Path file = Files.writeString(
                folder.resolve("hub.properties"), "ATMOS_HUB_HTTP_PORT=9001\nATMOS_HUB_LOG_FORMAT=json\n");

        Settings settings = Settings.from(Map.of("ATMOS_HUB_HTTP_PORT", "9002"), Optional.of(file));

        assertThat(settings.http().port()).isEqualTo(9002);
        assertThat(settings.logFormat()).isEqualTo(LogFormat.JSON);
    }

    @Test
    void questionsWaitForAWholeNumberOfDays() {
        assertThat(settings(Map.of()).approvalDays()).isEqualTo(7);
        assertThat(settings(Map.of("ATMOS_HUB_APPROVAL_DAYS", "30")).approvalDays())
                .isEqualTo(30);
        for (String wrong : List.of("0", "366", "-1", "a week", "1.5")) {
            assertThatThrownBy(() -> settings(Map.of("ATMOS_HUB_APPROVAL_DAYS", wrong)))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("from 1 to 365");
        }
    }

    @Test
    void importHostsAreNamesAndAddresses() {
        assertThat(settings(Map.of("ATMOS_HUB_IMPORT_HOSTS", "Example.org, 10.0.0.7,fd00::7"))
                        .importHosts()
                        .listed())
                .isEqualTo("example.org,10.0.0.7,fd00::7");
        for (String wrong : List.of("*", "https://example.org", "example.org:443", "-x")) {
            assertThatThrownBy(() -> settings(Map.of("ATMOS_HUB_IMPORT_HOSTS", wrong)))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("ATMOS_HUB_IMPORT_HOSTS names \"" + wrong + "\"");
        }
    }

    @Test
    void aSettingThatDoesNotExistIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("hub.properties"), "ATMOS_HUB_PROT=9001\n");

        assertThatThrownBy(() -> Settings.from(Map.of(), Optional.of(file)))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("ATMOS_HUB_PROT");
    }

    @Test
    void blankMeansNotSet() {
        assertThat(settings(Map.of("ATMOS_HUB_TLS_CERT", " ", "ATMOS_HUB_TLS_KEY", ""))
                        .tls())
                .isEmpty();
    }

    @Test
    void impossibleValuesAreRefusedInOneLineThatNamesThem() {
        refused("ATMOS_HUB_HTTP_PORT", "eighty");
        refused("ATMOS_HUB_HTTP_PORT", "70000");
        refused("ATMOS_HUB_LOG_FORMAT", "xml");
        refused("ATMOS_HUB_TLS_CERT", "/only/one");
        refused("ATMOS_HUB_TRUSTED_PROXIES", "proxy.example");
        refused("ATMOS_HUB_TRUSTED_PROXIES", "10.0.0.0/40");
        refused("ATMOS_HUB_ANTHROPIC_MAX_TOKENS", "many");
        refused("ATMOS_HUB_OLLAMA_CONTEXT", "0");
        refused("ATMOS_HUB_OPENAI_RETRIES", "11");
        refused("ATMOS_HUB_GEMINI_TIMEOUT_SECONDS", "1");
        refused("ATMOS_HUB_GROK_ENABLED", "yes");
        refused("ATMOS_HUB_AZUREOPENAI_BASE_URL", "my-resource");
        refused("ATMOS_HUB_DB_URL", "jdbc:mysql://host/hub");
        refused("ATMOS_HUB_DB_URL", "jdbc:postgresql://host/hub?password=secret");
        refused("ATMOS_HUB_DB_URL", "jdbc:postgresql://host/hub");
    }

    @Test
    void providersAreSetInTheEnvironmentOrTheFileAndNeverPrinted() throws IOException {
        Path file = Files.writeString(folder.resolve("hub.properties"), "ATMOS_HUB_ANTHROPIC_API_KEY=sk-ant-1\n");

        Settings settings = Settings.from(Map.of("ATMOS_HUB_DEFAULT_MODEL", "anthropic"), Optional.of(file));

        assertThat(settings.models())
                .isEqualTo(Map.of("ATMOS_HUB_ANTHROPIC_API_KEY", "sk-ant-1", "ATMOS_HUB_DEFAULT_MODEL", "anthropic"));
        assertThat(settings.toString()).doesNotContain("sk-ant-1");
    }

    @Test
    void aTakenPortIsRefused() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var address = new HttpAddress("127.0.0.1", socket.getLocalPort());

            assertThatThrownBy(address::refuseIfTaken)
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("port " + socket.getLocalPort())
                    .hasMessageContaining("ATMOS_HUB_HTTP_PORT");
        }
    }

    @Test
    void whoListensEverywhereIsVisitedAtLocalhost() {
        assertThat(new HttpAddress("0.0.0.0", 80).url("https")).isEqualTo("https://localhost:80");
        assertThat(new HttpAddress("::1", 80).url("http")).isEqualTo("http://[::1]:80");
    }

    @Test
    void printingADatabaseNeverShowsItsPassword() {
        Settings settings = settings(Map.of(
                "ATMOS_HUB_DB_URL", "jdbc:postgresql://host/hub",
                "ATMOS_HUB_DB_USER", "olga",
                "ATMOS_HUB_DB_PASSWORD", "hunter2"));

        assertThat(settings.database().orElseThrow().toString()).doesNotContain("hunter2");
    }

    private static Settings settings(Map<String, String> environment) {
        return Settings.from(environment, Optional.empty());
    }

    private static void refused(String name, String value) {
        assertThatThrownBy(() -> settings(new HashMap<>(Map.of(name, value))))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(name)
                .message()
                .hasLineCount(1)
                .doesNotContain("secret");
    }
}
