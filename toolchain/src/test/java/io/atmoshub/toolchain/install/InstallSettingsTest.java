package io.atmoshub.toolchain.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atmoshub.project.yaml.Yaml;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.toolchain.ToolchainException;
import io.atmoshub.toolchain.verify.Policy.Demand;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What `atmos.yaml` says about installing.
class InstallSettingsTest {
    private static final Path HERE = Path.of("/project");

    private static InstallSettings of(String yaml, Map<String, String> environment) {
        return InstallSettings.of((YamlMapping) Yaml.parse("atmos.yaml", yaml), HERE, environment);
    }

    @Test
    void withoutAnySettingThereAreDefaults() {
        InstallSettings usual = InstallSettings.of(null, HERE, Map.of("HOME", "/home/ana"));

        assertThat(usual.toolsFolder()).isEqualTo(Path.of("/project/.tools"));
        assertThat(usual.lockFile()).isEqualTo(Path.of("/project/toolchain.lock.yaml"));
        assertThat(usual.cacheFolder()).isEqualTo(Path.of("/home/ana/.cache/atmos-toolchain"));
        assertThat(usual.versionsFile()).isEqualTo(".tool-versions");
        assertThat(usual.cacheBytes()).isEqualTo(5L << 30);
        assertThat(usual.ttl()).isEqualTo(Duration.ofHours(24));
        assertThat(usual.policy().signatures()).isEqualTo(Demand.WHEN_AVAILABLE);
        assertThat(usual.autoInstall()).isTrue();
    }

    @Test
    void everythingCanBeSetAndTheEnvironmentWins() {
        String yaml = """
                enabled: false
                tools_dir: older
                install_path: tools
                tool_versions_file: pins
                use_tool_versions: false
                lock_file: locks/tools.yaml
                use_lock_file: false
                max_concurrency: 8
                cache: {dir: ~/c, ttl: 1h30m, max_size: 500 MB}
                verification: {checksums: required, signatures: disabled}
                auto_install: {enabled: false, confirm: true}
                """;
        InstallSettings set = of(yaml, Map.of("HOME", "/home/ana", "ATMOS_TOOLCHAIN_MAX_CONCURRENCY", "2"));

        assertThat(set)
                .isEqualTo(new InstallSettings(
                        false,
                        Path.of("/project/tools"),
                        "pins",
                        false,
                        Path.of("/project/locks/tools.yaml"),
                        false,
                        2,
                        new io.atmoshub.toolchain.verify.Policy(Demand.REQUIRED, Demand.DISABLED),
                        Path.of("/home/ana/c"),
                        Duration.ofMinutes(90),
                        500L << 20,
                        false,
                        true));
        assertThat(of(yaml, Map.of("ATMOS_TOOLCHAIN_PATH", "/opt/tools")).toolsFolder())
                .isEqualTo(Path.of("/opt/tools"));
    }

    @Test
    void aWrongValueIsNamedWithWhatWouldBeRight() {
        for (String yaml : List.of(
                "enabled: maybe",
                "max_concurrency: 0",
                "cache: {ttl: soon}",
                "cache: {max_size: much}",
                "verification: {checksums: sometimes}")) {
            assertThatThrownBy(() -> of(yaml, Map.of()))
                    .isInstanceOf(ToolchainException.class)
                    .hasMessageStartingWith("toolchain.");
        }
    }
}
