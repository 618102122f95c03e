package io.atmoshub.cli.completion;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.cli.Played;
import io.atmoshub.cli.ProjectFiles;
import io.atmoshub.cli.SmallProject;
import io.atmoshub.cli.door.Scripts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is offered when somebody presses Tab.
class CompletionTest {
    @TempDir
    Path home;

    @TempDir
    Path folder;

    private ProjectFiles files;
    private Played played;

    @BeforeEach
    void project() {
        files = SmallProject.in(folder);
        played = new Played(home, folder).with("PATH", "/usr/bin:/bin");
    }

    private List<String> offered(String... words) {
        return lines(words).stream().map(line -> line.split("\t")[0]).toList();
    }

    private List<String> lines(String... words) {
        var all = new ArrayList<>(List.of("__complete"));
        all.addAll(List.of(words));
        assertThat(played.run(all.toArray(String[]::new))).as(played.err()).isZero();
        return played.out().lines().toList();
    }

    @Test
    void commandsAndWhatTheyHoldAreOfferedWithWhatTheyDo() {
        assertThat(offered("to")).containsExactly("toolchain", ":4");
        assertThat(lines("tool")).first().asString().isEqualTo("toolchain\tPins, installs, checks and runs tools.");
        assertThat(offered("")).contains("describe", "hub", "terraform").doesNotContain("net");
        assertThat(offered("toolchain", "in")).containsExactly("install", "info", ":4");
        assertThat(offered("toolchain", "registry", "")).containsExactly("list", "search", ":4");
        assertThat(offered("-C", ".", "hub", "audit", "v")).containsExactly("verify", ":4");
        assertThat(offered("nonsense", "")).isEmpty();
    }

    @Test
    void optionsAndTheirValuesAreOffered() {
        assertThat(offered("toolchain", "list", "--f")).containsExactly("--format", ":4");
        assertThat(offered("toolchain", "list", "--format", "")).containsExactly("table", "plain", "json", ":4");
        assertThat(offered("toolchain", "list", "--format=p")).containsExactly("--format=plain", ":4");
        assertThat(offered("list", "stacks", "--ch")).containsExactly("--chdir", ":4");
        assertThat(offered("list", "stacks", "--chdir", "x")).containsExactly(":0");
        assertThat(offered("completion", "")).containsExactly("bash", "zsh", "fish", ":4");
        assertThat(offered("list", "stacks", "--nonsense=")).containsExactly(":4");
        assertThat(offered("version", "x", "")).isEmpty();
    }

    @Test
    void stacksComponentsAndWorkflowsAreOffered() {
        List<String> stacks = offered("describe", "component", "net", "-s", "");
        assertThat(stacks).hasSizeGreaterThan(1).endsWith(":4");
        assertThat(offered("describe", "component", "n")).containsExactly("net", ":4");
        assertThat(offered("explain", "net", "--stack", stacks.getFirst())).containsExactly(stacks.getFirst(), ":4");
        files.with("stacks/workflows/w.yaml", "workflows: {ship: {steps: [{command: version}]}}\n");
        played.with("ATMOS_WORKFLOWS_BASE_PATH", "stacks/workflows");
        assertThat(offered("workflow", "sh")).containsExactly("ship", ":4");
    }

    @Test
    void toolsAreOfferedFromDefinitionsPinsAndInstalls() throws Exception {
        files.with(".tool-versions", "terraform 1.13.4 1.11.4\nmytool 2\n");
        Scripts.script(folder.resolve(".tools/acme/rocket/1.5.0/rocket"), "exit 0\n");

        assertThat(offered("toolchain", "install", "terraf")).contains("terraform", ":4");
        assertThat(offered("toolchain", "add", "hashicorp/t")).contains("hashicorp/terraform");
        assertThat(lines("toolchain", "add", "myt")).containsExactly("mytool\tpinned: 2", ":4");
        assertThat(offered("toolchain", "which", "")).contains("mytool", "terraform", "acme/rocket", ":4");
        assertThat(offered("toolchain", "which", "")).doesNotContain("helm");
        assertThat(offered("toolchain", "exec", "acme/rocket@")).contains("acme/rocket@1.5.0");
        assertThat(offered("toolchain", "remove", "terraform@1.1"))
                .isSubsetOf("terraform@1.13.4", "terraform@1.11.4", ":4");
    }

    @Test
    void whatGoesToAtmosIsOfferedAndCompletedByIt() throws Exception {
        files.with("extra.yaml", """
                base_path: .
                commands: [{name: deploy, description: "Ships\tit\\nall"}]
                aliases: {dp: deploy}
                """);
        played.with("ATMOS_CLI_CONFIG_PATH", folder.resolve("extra.yaml").toString());
        assertThat(lines("dep")).containsExactly("deploy\tShips it", ":4");

        Scripts.script(home.resolve("bin/atmos"), "printf '%s|' \"$@\"; echo; echo :4\n");
        played.with("PATH", home.resolve("bin") + ":/usr/bin:/bin");
        assertThat(lines("terraform", "pl")).containsExactly("__complete|terraform|pl|", ":4");
        assertThat(lines("deploy", "")).containsExactly("__complete|deploy||", ":4");
        files.with(".tool-versions", "atmos 1.100.0\n");
        assertThat(lines("describe", "")).isEmpty();
        Scripts.script(folder.resolve(".tools/cloudposse/atmos/1.100.0/atmos"), "echo old; echo :4\n");
        assertThat(lines("describe", "")).containsExactly("old", ":4");
        assertThat(offered("toolchain", "wh")).containsExactly("which", ":4");
    }

    @Test
    void aProjectThatCannotBeReadOffersNothingAndSaysNothing() {
        files.with("atmos.yaml", "a: [\n");
        assertThat(offered("describe", "component", "")).containsExactly(":0");
        assertThat(offered("describe", "com")).containsExactly("component", ":4");
        assertThat(offered("descr")).containsExactly("describe", ":4");
        assertThat(played.err()).isEmpty();
    }

    @Test
    void bashGetsItsAnswersWhereverItEndsWords() throws Exception {
        Files.createDirectories(home.resolve("bin"));
        Scripts.script(home.resolve("bin/atmos"), """
                [ "$1" = __complete ] || exit 9
                case "$*" in
                  *"add ter") printf 'terraform\\tRuns it\\nterragrunt\\n:4\\n' ;;
                  *"add terraform@1") printf 'terraform@1.2\\nterraform@1.3\\n:4\\n' ;;
                  *"--format=") printf -- '--format=table\\n--format=json\\n:4\\n' ;;
                  *) echo :0 ;;
                esac
                """);
        played.run("completion", "bash");
        Path script = Files.writeString(home.resolve("script"), played.out());

        assertThat(bash(script, "atmos toolchain add ter", "atmos toolchain add ter"))
                .isEqualTo("terraform terragrunt");
        assertThat(bash(script, "atmos toolchain add terraform@1", "atmos toolchain add terraform @ 1"))
                .isEqualTo("1.2 1.3");
        assertThat(bash(script, "atmos toolchain list --format=", "atmos toolchain list --format ="))
                .isEqualTo("table json");
        assertThat(bash(script, "atmos x scr", "atmos x scr")).isEqualTo("script");
    }

    private String bash(Path script, String line, String words) throws Exception {
        var builder = new ProcessBuilder(
                        "bash",
                        "--norc",
                        "-c",
                        "source \"$1\"; COMP_LINE=$2; COMP_POINT=${#2}; read -r -a COMP_WORDS <<< \"$3\";"
                                + " COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _atmos; echo \"${COMPREPLY[*]}\"",
                        "bash",
                        script.toString(),
                        line,
                        words)
                .directory(home.toFile())
                .redirectErrorStream(true);
        builder.environment().put("PATH", home.resolve("bin") + ":/usr/bin:/bin");
        return new String(builder.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    @Test
    void everyShellHasAScriptThatAsks() {
        for (String shell : List.of("bash", "zsh", "fish")) {
            assertThat(played.run("completion", shell)).isZero();
            assertThat(played.out())
                    .contains("atmos __complete")
                    .hasLineCount(played.out().split("\n").length);
        }
    }
}
