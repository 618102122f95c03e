package io.atmoshub.cli.toolchain;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.cli.Played;
import io.atmoshub.cli.ProjectFiles;
import io.atmoshub.toolchain.testing.FakeGitHub;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person hears about newer versions, and when.
class UpgradeNoticeTest {
    @TempDir
    Path home;

    @TempDir
    Path folder;

    private FakeGitHub github;
    private Played played;

    @BeforeEach
    void knowNewerVersions() throws Exception {
        github = new FakeGitHub();
        new ProjectFiles(folder)
                .with("atmos.yaml", """
                toolchain:
                  aliases: {tool: acme/tool}
                  registries: [{name: ours, type: local, path: tools.yaml}]
                """)
                .with("tools.yaml", """
                tools:
                  acme/tool: {type: github_release, asset: tool, format: raw}
                """)
                .with(".tool-versions", "tool 1.0.0\nnobody 1\n");
        github.asset("acme/tool", "v1.0.0", "tool", new byte[] {1});
        github.asset("acme/tool", "v1.1.0", "tool", new byte[] {1});
        played = new Played(home, folder)
                .with("ATMOS_GITHUB_URL", github.address("").toString())
                .with("ATMOS_GITHUB_API_URL", github.address("").toString());
        run("update", "tool", "--check");
    }

    @AfterEach
    void stop() {
        github.close();
    }

    private String run(String... words) {
        var all = new java.util.ArrayList<>(List.of("toolchain"));
        all.addAll(List.of(words));
        int ignored = played.run(all.toArray(String[]::new));
        return played.err();
    }

    @Test
    void aPersonHearsOfThemOnceADayAndNobodyIsAsked() throws Exception {
        played.pressing("");
        int asked = github.requests().size();

        assertThat(run("list"))
                .contains("There are newer versions: tool 1.1.0. Pin them: atmos toolchain update --all");
        assertThat(run("list")).doesNotContain("newer");
        Path mark = home.resolve(".cache/atmos-toolchain/upgrade-notice");
        Files.setLastModifiedTime(mark, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
        assertThat(run("list")).contains("tool 1.1.0");
        assertThat(github.requests()).hasSize(asked);

        Files.setLastModifiedTime(mark, FileTime.fromMillis(0));
        Files.writeString(folder.resolve(".tool-versions"), "tool 1.1.0\n");
        assertThat(run("list")).doesNotContain("newer");
    }

    @Test
    void scriptsCiAndPlumbingHearNothing() {
        assertThat(run("list")).doesNotContain("newer");
        played.pressing("");
        assertThat(run("list", "--json")).doesNotContain("newer");
        for (String plumbing : List.of("env", "path")) {
            assertThat(run(plumbing)).doesNotContain("newer");
        }
        assertThat(run("which", "tool")).doesNotContain("newer");
        played.with("CI", "true");
        assertThat(run("list")).doesNotContain("newer");
        played.with("CI", "");
        assertThat(run("list")).contains("newer");
    }

    @Test
    void itCanBeSwitchedOff() throws Exception {
        played.pressing("").with("ATMOS_TOOLCHAIN_UPGRADE_NOTICES", "false");
        assertThat(run("list")).doesNotContain("newer");
        played.with("ATMOS_TOOLCHAIN_UPGRADE_NOTICES", "");
        Files.writeString(
                folder.resolve("atmos.yaml"),
                Files.readString(folder.resolve("atmos.yaml")) + "  upgrade_notices: false\n");
        assertThat(run("list")).doesNotContain("newer");
    }

    @Test
    void aCacheThatCannotBeWrittenMeansSilence() throws Exception {
        played.pressing("");
        Path elsewhere = Files.writeString(home.resolve("file"), "");
        played.with("XDG_CACHE_HOME", elsewhere.toString());
        assertThat(run("list")).doesNotContain("newer");
    }
}
