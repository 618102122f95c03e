package io.atmoshub.cli.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.cli.Played;
import io.atmoshub.cli.ProjectFiles;
import io.atmoshub.toolchain.Platform;
import io.atmoshub.toolchain.testing.FakeGitHub;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who answers which command.
class FrontDoorTest {
    private static final int ITS_OWN = 37;

    @TempDir
    Path home;

    @TempDir
    Path folder;

    private ProjectFiles files;
    private Played played;

    @BeforeEach
    void atHome() {
        files = new ProjectFiles(folder).with("atmos.yaml", "base_path: .\n");
        played = new Played(home, folder).with("PATH", path());
    }

    private String path() {
        return home.resolve("bin") + ":/usr/bin:/bin";
    }

    private void onPath() throws Exception {
        Scripts.telling(home.resolve("bin/atmos"), "next");
    }

    /// As somebody puts a version there by hand.
    private void there(String version) throws Exception {
        Scripts.telling(folder.resolve(".tools/cloudposse/atmos/%s/atmos".formatted(version)), version);
    }

    private void answers(String who, String... words) {
        assertThat(played.run(words)).as(played.out() + played.err()).isEqualTo(ITS_OWN);
        assertThat(played.out()).startsWith(who + ": " + String.join(" ", words) + "\n");
    }

    private void weAnswer(String... words) {
        assertThat(played.run(words)).as(played.out() + played.err()).isZero();
        assertThat(played.out()).doesNotContain("trail=");
    }

    @Test
    void whatIsNoCommandOfOursGoesToTheNextAtmosOnThePath() throws Exception {
        onPath();

        answers("next", "terraform", "plan", "vpc", "-s", "prod", "--", "-lock=false", "a b");
        answers("next", "list", "vendor");
        answers("next", "version", "list");
        answers("next", "help", "terraform");
        weAnswer("version");
        weAnswer("describe", "config");
        weAnswer("--help");
        weAnswer("help");
        weAnswer();
        assertThat(played.out()).contains("toolchain", "Examples:");
        assertThat(played.run("toolchain", "frob")).isEqualTo(2);
    }

    @Test
    void aPinnedAtmosOfAnotherVersionAnswersAllButThree() throws Exception {
        onPath();
        there("1.200.0");
        files.with(".tool-versions", "atmos 1.200.0\n");

        answers("1.200.0", "version");
        answers("1.200.0", "describe", "config");
        answers("1.200.0", "explain", "vpc");
        answers("1.200.0");
        answers("1.200.0", "--help");
        answers("1.200.0", "login");
        weAnswer("toolchain", "list");
        weAnswer("hub", "--help");
        weAnswer("ai", "--help");
    }

    @Test
    void aPinnedAtmosThatWeAnswerLikeAnswersTheRest() throws Exception {
        onPath();
        there("1.226.7");
        files.with(".tool-versions", "cloudposse/atmos 1.226.7 1.200.0\n");

        weAnswer("version");
        weAnswer("describe", "config");
        answers("1.226.7", "terraform", "plan");
        assertThat(played.out()).contains("use=\n");
    }

    @Test
    void theCallCountsBeforeTheProjectAndTheProjectBeforeTheVersionsFile() throws Exception {
        there("1.200.0");
        there("1.201.0");
        there("1.202.0");
        there("1.203.0");
        files.with(".tool-versions", "atmos 1.200.0\n");
        answers("1.200.0", "version");

        files.with("atmos.yaml", "version: {use: 1.201.0}\n");
        answers("1.201.0", "version");
        played.with("ATMOS_VERSION_USE", "v1.202.0");
        answers("1.202.0", "version");
        played.with("ATMOS_USE_VERSION", "1.203.0");
        answers("1.203.0", "version");
        assertThat(played.out()).contains("use=1.203.0\n");

        assertThat(played.run("--use-version", "1.200.0", "version", "-x")).isEqualTo(ITS_OWN);
        assertThat(played.out()).startsWith("1.200.0: version -x\n").contains("use=1.200.0\n");
        assertThat(played.run("version", "--use-version=1.201.0")).isEqualTo(ITS_OWN);
        assertThat(played.out()).startsWith("1.201.0: version\n");
    }

    @Test
    void latestAndBoundsMeanTheNewestThatIsThere() throws Exception {
        there("1.200.0");
        there("1.226.3");
        files.with(".tool-versions", "atmos ~1.200\n");
        answers("1.200.0", "version");

        files.with(".tool-versions", "atmos latest\n");
        weAnswer("version");
        answers("1.226.3", "terraform", "plan");
    }

    @Test
    void optionsBeforeTheCommandCountWhenItIsDecided() throws Exception {
        there("1.200.0");
        files.with("other/.tool-versions", "atmos 1.200.0\n")
                .with("other/atmos.yaml", "toolchain: {install_path: ../.tools}\n")
                .with("special.yaml", "version: {use: 1.200.0}\n");

        weAnswer("version");
        answers("1.200.0", "-C", "other", "version");
        answers("1.200.0", "--chdir=other", "version");
        answers("1.200.0", "--base-path", ".", "--config", "special.yaml", "version");
        weAnswer("--logs-level", "Info", "version");
        played.with("ATMOS_CHDIR", "other");
        answers("1.200.0", "version");
    }

    @Test
    void buildsThatOnlyAtmosCanFetchAreLeftToTheOneOnThePath() throws Exception {
        files.with("atmos.yaml", "version: {use: \"pr:2040\"}\n");
        assertThat(played.run("version")).isEqualTo(2);
        assertThat(played.err()).contains("pr:2040", "version.use, atmos.yaml:1", "put an Atmos on the PATH");

        onPath();
        answers("next", "version");
    }

    @Test
    void itCanBeSwitchedOff() throws Exception {
        onPath();
        there("1.200.0");
        files.with(".tool-versions", "atmos 1.200.0\n");

        files.with("atmos.yaml", "toolchain: {self_manage: {check_version: false}}\n");
        weAnswer("version");
        answers("1.200.0", "terraform", "plan");
        files.with("atmos.yaml", "settings: {toolchain: {self_manage: {enabled: false}}}\n");
        weAnswer("version");
        answers("next", "terraform", "plan");
        files.with("atmos.yaml", "toolchain: {enabled: false}\n");
        answers("next", "terraform", "plan");
        files.with("atmos.yaml", "base_path: .\n");
        played.with("ATMOS_FRONT_DOOR", "off");
        weAnswer("version");
        assertThat(played.run("terraform", "plan")).isEqualTo(2);
        assertThat(played.err()).contains("terraform", "Usage: atmos");
    }

    @Test
    void withNoAtmosAnywhereThereIsHelpAndAWayOut() {
        assertThat(played.run("terraform", "plan", "vpc")).isEqualTo(2);

        assertThat(played.out()).isEmpty();
        assertThat(played.err())
                .contains(
                        "\"terraform plan\" is no command of ours",
                        "atmos toolchain add atmos@1.226.1",
                        "Usage: atmos [");
        assertThat(played.run("list", "frob")).isEqualTo(2);
        assertThat(played.err()).contains("\"list frob\"", "Usage: atmos list", "instances");
    }

    @ParameterizedTest
    @ValueSource(strings = {"login", "whoami", "explain"})
    void aCommandOfTheProjectHidesOurShorthand(String name) throws Exception {
        files.with("atmos.yaml", """
                commands:
                  - name: %s
                    description: Ours
                    steps: [echo hi]
                """.formatted(name));

        assertThat(played.run(name)).isEqualTo(2);
        assertThat(played.err())
                .contains(
                        "\"%s\" is a command of this project (atmos.yaml:2:5)".formatted(name), "toolchain add atmos");
        onPath();
        answers("next", name);
        weAnswer("hub", "login", "--help");
    }

    @Test
    void anAliasOfTheProjectGoesToAtmosAndHelpListsBoth() throws Exception {
        files.with("atmos.yaml", """
                aliases: {tp: terraform plan}
                commands:
                  - name: deploy
                    description: "Ships 100% of \\e[31mit"
                    commands: [{name: all, steps: [echo hi]}]
                  - {name: deploy, description: again}
                  - just text
                """);
        onPath();

        answers("next", "tp", "vpc");
        answers("next", "deploy", "all");
        weAnswer("--help");
        assertThat(played.out())
                .contains("deploy", "Ships 100% of [31mit", "tp", "Short for: atmos terraform plan")
                .doesNotContain("\033");
        weAnswer();
        assertThat(played.out()).contains("deploy", "Examples:");
    }

    @Test
    void aPinThatCannotBeHadIsSaidWithItsPlace() throws Exception {
        onPath();
        files.with(".tool-versions", "atmos 1.199.0\n");
        try (var github = new FakeGitHub()) {
            played.with("ATMOS_GITHUB_URL", github.address("").toString())
                    .with("ATMOS_GITHUB_API_URL", github.address("").toString());
            assertThat(played.run("terraform", "plan")).isEqualTo(1);
        }
        assertThat(played.err())
                .contains(
                        "Atmos 1.199.0 is asked for (%s)".formatted(folder.resolve(".tool-versions")),
                        "can't be had",
                        "ATMOS_FRONT_DOOR=off")
                .doesNotContain("\tat ");

        files.with("atmos.yaml", "toolchain: {auto_install: {enabled: false}}\n");
        assertThat(played.run("version")).isEqualTo(1);
        assertThat(played.err()).contains("cloudposse/atmos@1.199.0 is not installed", "atmos toolchain install");
        files.with(".tool-versions", "atmos ../../../etc\n");
        weAnswer("version");
        assertThat(played.err()).contains("can't be told", "../../../etc");
        assertThat(played.run("terraform")).isEqualTo(1);
        files.with(".tool-versions", "atmos !!!\n");
        assertThat(played.run("terraform")).isEqualTo(1);
        assertThat(played.err()).contains("\"!!!\" is no version");
    }

    @Test
    void aPinnedAtmosIsInstalledFirst() throws Exception {
        files.with("atmos.yaml", """
                toolchain:
                  registries: [{name: ours, type: local, path: tools.yaml, priority: 300}]
                """).with("tools.yaml", """
                tools:
                  cloudposse/atmos: {type: github_release, asset: "atmos_{{.OS}}_{{.Arch}}", format: raw}
                """).with(".tool-versions", "atmos 1.200.0\n");
        String asset = "atmos_%s_%s"
                .formatted(Platform.current().os(), Platform.current().arch());
        try (var github = new FakeGitHub()) {
            byte[] program = "#!/bin/sh\necho \"fetched: $*\"\nexit 37\n".getBytes(StandardCharsets.UTF_8);
            github.asset("cloudposse/atmos", "v1.200.0", asset, program);
            played.with("ATMOS_GITHUB_URL", github.address("").toString())
                    .with("ATMOS_GITHUB_API_URL", github.address("").toString());

            answers("fetched", "terraform", "plan");
            assertThat(played.err()).contains("cloudposse/atmos@1.200.0 installed");
            int asked = github.requests().size();
            answers("fetched", "version");
            assertThat(github.requests()).hasSize(asked);
        }
    }

    @Test
    void garbageInTheVersionsFileIsSkippedOrSaid() throws Exception {
        onPath();
        files.with(".tool-versions", "????\n= =\natmos\n\u0000 x\n#atmos 1.200.0\n");
        weAnswer("version");
        answers("next", "terraform", "plan");

        Files.write(folder.resolve(".tool-versions"), new byte[] {'a', (byte) 0xff, ' ', '1', '\n'});
        weAnswer("version");
        assertThat(played.err()).contains("can't be told", ".tool-versions is no text");
        assertThat(played.run("terraform", "plan")).isEqualTo(1);
        assertThat(played.err()).contains(".tool-versions is no text", "UTF-8");
    }

    @Test
    void aConfigurationThatCannotBeReadIsLeftToWhoeverNeedsIt() throws Exception {
        files.with("atmos.yaml", "a: [\n");
        weAnswer("version");
        assertThat(played.run("terraform", "plan")).isEqualTo(1);
        assertThat(played.err()).contains("atmos.yaml:");

        onPath();
        answers("next", "terraform", "plan");
        answers("next", "-C", "nowhere", "terraform", "plan");
    }

    @Test
    void itIsSaidOnceToAPersonAndNeverInCi() throws Exception {
        onPath();
        answers("next", "terraform", "plan");
        assertThat(played.err()).isEmpty();

        played.pressing("").with("CI", "true");
        answers("next", "terraform", "plan");
        assertThat(played.err()).isEmpty();
        played.with("CI", "").with("ATMOS_FRONT_DOOR", "quiet");
        answers("next", "terraform", "plan");
        assertThat(played.err()).isEmpty();
        played.with("ATMOS_FRONT_DOOR", "on");
        answers("next", "terraform", "plan");
        assertThat(played.err())
                .isEqualTo("What is no command of ours is answered by %s%n".formatted(home.resolve("bin/atmos")));
        answers("next", "terraform", "apply");
        assertThat(played.err()).isEmpty();

        there("1.200.0");
        files.with(".tool-versions", "atmos 1.200.0\n");
        answers("1.200.0", "version");
        assertThat(played.err())
                .contains("Atmos 1.200.0 (%s) answers here".formatted(folder.resolve(".tool-versions")));
    }

    @Test
    void stepsOfAWorkflowGoThroughTheSameDoorAndTheWorkflowGoesOn() throws Exception {
        Scripts.script(home.resolve("bin/atmos"), "echo \"next: $*\"\n");
        files.with("atmos.yaml", "workflows: {base_path: workflows}\n").with("workflows/w.yaml", """
                workflows:
                  both:
                    steps:
                      - {command: terraform plan vpc, stack: prod}
                      - {command: version}
                """);

        weAnswer("workflow", "both");

        assertThat(played.out()).startsWith("next: terraform plan vpc -s prod\natmos ");
    }

    @Test
    void whatOnlyLooksLikeAnAtmosIsPassedOver() throws Exception {
        Path bin = home.resolve("bin");
        Scripts.script(bin.resolve("atmos"), "exec java -cp lib/* io.atmoshub.cli.Atmos \"$@\"\n");
        Files.createDirectories(home.resolve("java"));
        Files.createSymbolicLink(home.resolve("java/atmos"), Path.of(System.getProperty("java.home"), "bin", "java"));
        Files.createDirectories(home.resolve("folder/atmos"));
        Files.createDirectories(home.resolve("text"));
        Files.writeString(home.resolve("text/atmos"), "no program");
        Scripts.telling(folder.resolve("relative/atmos"), "relative");
        String path = String.join(
                ":",
                List.of(
                        bin.toString(),
                        home.resolve("java").toString(),
                        home.resolve("folder").toString(),
                        home.resolve("text").toString(),
                        "relative",
                        ".",
                        ""));
        played.with("PATH", path);
        assertThat(played.run("terraform", "plan")).as(played.out()).isEqualTo(2);

        Scripts.telling(home.resolve("last/atmos"), "last");
        played.with("PATH", path + ":" + home.resolve("last") + ":/usr/bin:/bin");
        answers("last", "terraform", "plan");
    }

    @Test
    void linksAndCopiesOfOurLauncherAreUs() throws Exception {
        Path own = Scripts.script(home.resolve("own/atmos"), "exec something\n");
        var self = new Self(List.of(own));
        Path hard = Files.createLink(home.resolve("hard"), own);
        Path soft = Files.createSymbolicLink(home.resolve("soft"), hard);
        Path copy = Scripts.script(home.resolve("copy"), "# io.atmoshub.cli.Atmos\n");

        assertThat(List.of(own, hard, soft, copy)).allMatch(self::is);
        assertThat(self.is(Scripts.script(home.resolve("other"), "echo hi\n"))).isFalse();
        assertThat(self.is(home.resolve("gone"))).isFalse();
        assertThat(Self.ofThisProcess().files()).isNotEmpty();
    }

    @Test
    void atmosMayCallAtmosButNotForEver() throws Exception {
        onPath();
        played.with(Trail.TRAIL, "3 1 x " + home.resolve("bin/atmos"));
        answers("next", "terraform", "plan");
        assertThat(played.out()).contains("trail=4 ");

        played.with(Trail.TRAIL, "16 1 x " + home.resolve("bin/atmos"));
        assertThat(played.run("terraform", "plan")).isEqualTo(1);
        assertThat(played.err())
                .contains(
                        "goes round in circles",
                        "16 times",
                        home.resolve("bin/atmos").toString());
        played.with(Trail.TRAIL, "garbage");
        answers("next", "terraform", "plan");
    }
}
