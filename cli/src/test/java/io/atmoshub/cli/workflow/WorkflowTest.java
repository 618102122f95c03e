package io.atmoshub.cli.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.cli.Played;
import io.atmoshub.cli.ProjectFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Running workflows.
class WorkflowTest {
    @TempDir
    Path home;

    @TempDir
    Path folder;

    private ProjectFiles files;
    private Played played;

    @BeforeEach
    void aProject() {
        files = new ProjectFiles(folder)
                .with("atmos.yaml", "base_path: .\nworkflows: {base_path: flows}\nenv: {FROM_CONFIG: config}\n");
        played = new Played(home, folder).with("PATH", "/bin:/usr/bin");
    }

    @Test
    void itsStepsRunOneAfterAnother() {
        flow("""
                steps:
                - {command: echo first, type: shell}
                - {command: echo second, type: shell}
                """);

        assertThat(played.run("workflow", "it")).isZero();

        assertThat(played.out()).isEqualTo("first\nsecond\n");
        assertThat(played.err()).isEmpty();
    }

    @Test
    void theExitCodeOfAStepPassesThroughAndTheRestIsLeftOut() {
        flow("""
                steps:
                - {name: break, command: "echo oh; exit 42", type: shell}
                - {command: echo never, type: shell}
                - {command: echo clean, type: shell, when: always}
                """);

        assertThat(played.run("workflow", "it", "-f", "flow")).isEqualTo(42);

        assertThat(played.out()).isEqualTo("oh\nclean\n");
        assertThat(played.err())
                .contains("# Workflow Error", "workflow step execution failed", "exited with code 42")
                .contains("atmos workflow it -f flow --from-step 'break'");
    }

    @Test
    void variablesComeFromEverywhere() {
        flow("""
                env: {A: workflow, B: workflow}
                steps:
                - {type: env, vars: {C: set}}
                - {type: env, export: false, vars: {D: told}}
                - {type: shell, env: {B: step}, command: 'echo $FROM_CONFIG $A $B $C ${D:-unset} {{ .env.D }}'}
                - {type: shell, command: 'echo $B'}
                """);

        assertThat(played.run("workflow", "it")).isZero();

        assertThat(played.out()).isEqualTo("config workflow step set unset told\nworkflow\n");
    }

    @Test
    void anAtmosStepRunsThisCommandAgain() {
        files.with("flows/other.yaml", """
                workflows:
                  inner:
                    steps:
                    - {type: shell, command: 'echo inner $SET'}
                """);
        flow("""
                steps:
                - {type: env, vars: {SET: yes}}
                - workflow inner --file "other"
                """);

        assertThat(played.run("workflow", "it")).isZero();

        assertThat(played.out()).isEqualTo("inner yes\n");
        assertThat(played.err()).contains("▶ Executing command: atmos workflow inner");
    }

    @Test
    void whatAnAtmosStepMisusesFailsWithOne() {
        flow("stack: prod\nsteps:\n- frobnicate vpc\n");

        assertThat(played.run("workflow", "it")).isEqualTo(1);

        assertThat(played.err()).contains("atmos frobnicate vpc -s 'prod'", "--from-step 'step1' -s 'prod'");
    }

    @Test
    void aStepIsTriedAsOftenAsItSays() {
        flow("""
                steps:
                - type: shell
                  command: echo x >> tries; test $(wc -l < tries) -ge 3
                  retry: {max_attempts: 5, initial_delay: 1ms, backoff_strategy: constant}
                """);

        assertThat(played.run("workflow", "it")).isZero();

        assertThat(folder.resolve("tries")).content().isEqualTo("x\nx\nx\n");
        assertThat(played.err()).contains("attempt 2 of 5", "attempt 3 of 5").doesNotContain("attempt 4");
    }

    @Test
    void afterTheLastAttemptItFails() {
        flow("""
                steps:
                - {type: shell, command: exit 7, retry: {max_attempts: 2, initial_delay: 1ms}}
                """);

        assertThat(played.run("workflow", "it")).isEqualTo(7);

        assertThat(played.err()).contains("max attempts (2) exceeded");
    }

    @Test
    void aDryRunShowsTheStepsAndRunsNothing() {
        flow("""
                stack: prod
                steps:
                - {command: terraform plan vpc}
                - {command: touch here, type: shell}
                """);

        assertThat(played.run("workflow", "it", "--dry-run", "-s", "dev")).isZero();

        assertThat(played.out()).isEqualTo("atmos terraform plan vpc -s 'dev'\ntouch here\n");
        assertThat(folder.resolve("here")).doesNotExist();
    }

    @Test
    void itBeginsWithTheStepThatIsNamed() {
        flow("""
                steps:
                - {name: one, command: echo one, type: shell}
                - {name: two, command: echo two, type: shell}
                """);

        assertThat(played.run("workflow", "it", "--from-step", "two")).isZero();
        assertThat(played.out()).isEqualTo("two\n");

        assertThat(played.run("workflow", "it", "--from-step", "three")).isEqualTo(1);
        assertThat(played.err()).contains("invalid from-step flag", "### Available steps:", "• one", "• two");
    }

    @Test
    void aStepWorksInItsFolder() throws Exception {
        Files.createDirectories(folder.resolve("sub/deep"));
        flow("""
                working_directory: sub
                steps:
                - {command: basename $PWD, type: shell}
                - {command: basename $PWD, type: shell, working_directory: sub/deep}
                """);

        assertThat(played.run("workflow", "it")).isZero();

        assertThat(played.out()).isEqualTo("sub\ndeep\n");
    }

    @Test
    void whatCannotBeRunIsSaid() {
        flow("steps: []\n");
        assertThat(played.run("workflow", "it")).isEqualTo(1);
        assertThat(played.err()).contains("workflow has no steps defined");

        flow("steps:\n- {command: x, type: teleport}\n");
        assertThat(played.run("workflow", "it")).isEqualTo(1);
        assertThat(played.err()).contains("Step type 'teleport' is not supported", "flows/flow.yaml:4:7");

        flow("steps:\n- {type: confirm}\n");
        assertThat(played.run("workflow", "it")).isEqualTo(1);
        assertThat(played.err()).contains("asks a person");

        flow("steps:\n- {type: shell, command: x, retry: {initial_delay: soon}}\n");
        assertThat(played.run("workflow", "it")).isEqualTo(1);
        assertThat(played.err()).contains("no duration");

        flow("steps:\n- {type: shell, command: 'echo {{ .env.A | frob }}'}\n");
        assertThat(played.run("workflow", "it")).isEqualTo(1);
        assertThat(played.err()).contains("frob");
    }

    @Test
    void anUnknownNameShowsWhatThereIs() {
        flow("steps: []\n");
        files.with("flows/two.yml", "workflows: {it: {steps: []}}\n");

        assertThat(played.run("workflow", "that", "-f", "flow")).isEqualTo(1);
        assertThat(played.err()).contains("No workflow exists with name that", "flow.yaml", "• it");

        assertThat(played.run("workflow", "that")).isEqualTo(1);
        assertThat(played.err()).contains("atmos list workflows");

        assertThat(played.run("workflow", "it")).isEqualTo(1);
        assertThat(played.err()).contains("flow.yaml, two.yml");

        assertThat(played.run("workflow", "it", "-f", "three")).isEqualTo(1);
        assertThat(played.err()).contains("workflow file not found");

        assertThat(played.run("workflow")).isEqualTo(2);
    }

    @Test
    void withoutAFolderOfWorkflowsItSaysWhatToSet() {
        files.with("atmos.yaml", "base_path: .\n");
        assertThat(played.run("workflow", "it")).isEqualTo(1);
        assertThat(played.err()).contains("workflows.base_path");

        files.with("atmos.yaml", "base_path: .\nworkflows: {base_path: nowhere}\n");
        assertThat(played.run("list", "workflows")).isEqualTo(1);
        assertThat(played.err()).contains("nowhere");
    }

    @Test
    void workflowsAreListedAndDescribed() {
        flow("description: does it\nsteps: []\n");
        files.with("flows/sub/more.yaml", "workflows: {b: {steps: []}, a: {steps: []}}\n");

        assertThat(played.run("list", "workflows")).isZero();
        assertThat(played.out()).isEqualTo("flow.yaml\tit\tdoes it\nsub/more.yaml\ta\t\nsub/more.yaml\tb\t\n");

        assertThat(played.run("ls", "workflows", "--file", "flow", "--format", "csv"))
                .isZero();
        assertThat(played.out()).isEqualTo("File,Workflow,Description\nflow.yaml,it,does it\n");

        assertThat(played.run("describe", "workflows")).isZero();
        assertThat(played.out()).startsWith("- file: flow.yaml\n  workflow: it\n");

        assertThat(played.run("describe", "workflows", "-o", "map", "--format", "json"))
                .isZero();
        assertThat(played.out()).contains("\"sub/more.yaml\": [\n    \"a\",\n    \"b\"\n  ]");

        assertThat(played.run(
                        "describe", "workflows", "-o", "all", "--query", ".\"flow.yaml\".workflows.it.description"))
                .isZero();
        assertThat(played.out()).isEqualTo("does it\n");
    }

    @Test
    void quotesHoldWordsTogether() {
        assertThat(Arguments.of("plan  'a b' \"c \\\" d\" -var=\"x=y z\" e\\ f ''"))
                .containsExactly("plan", "a b", "c \" d", "-var=x=y z", "e f", "");
        assertThat(Arguments.withStack(Arguments.of("plan vpc -- -x"), "dev"))
                .containsExactly("plan", "vpc", "-s", "dev", "--", "-x");
    }

    private void flow(String content) {
        files.with("flows/flow.yaml", "workflows:\n  it:\n" + content.indent(4));
    }
}
