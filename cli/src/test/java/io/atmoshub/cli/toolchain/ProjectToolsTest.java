package io.atmoshub.cli.toolchain;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.cli.Played;
import io.atmoshub.cli.ProjectFiles;
import io.atmoshub.toolchain.Platform;
import io.atmoshub.toolchain.testing.Archives;
import io.atmoshub.toolchain.testing.Archives.Entry;
import io.atmoshub.toolchain.testing.FakeGitHub;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The programs that components, policies and workflows get, against a server that speaks as GitHub does.
class ProjectToolsTest {
    private static final String PLATFORM =
            Platform.current().os() + "-" + Platform.current().arch();
    private static final String CONFIG = """
            base_path: "."
            stacks: {base_path: stacks, included_paths: ["deploy/**/*"], name_pattern: "{stage}"}
            components: {terraform: {base_path: components}}
            workflows: {base_path: flows}
            schemas: {opa: {base_path: policies}}
            toolchain:
              aliases: {terraform: acme/terraform, opa: acme/opa}
              registries:
                - {name: ours, type: local, path: tools.yaml}
            """;

    @TempDir
    Path home;

    @TempDir
    Path folder;

    private FakeGitHub github;
    private ProjectFiles files;
    private Played played;

    @BeforeEach
    void serve() throws Exception {
        github = new FakeGitHub();
        files = new ProjectFiles(folder)
                .with("atmos.yaml", CONFIG)
                .with("tools.yaml", """
                        tools:
                          acme/terraform:
                            type: github_release
                            asset: terraform-{{.OS}}-{{.Arch}}.tar.gz
                            files: [{name: terraform}]
                          acme/opa:
                            type: github_release
                            asset: opa-{{.OS}}-{{.Arch}}.tar.gz
                            files: [{name: opa}]
                        """)
                .with("components/vpc/main.tf", "");
        for (String version : List.of("1.9.8", "1.10.3", "1.10.5", "1.11.0")) {
            release("terraform", version, "echo '{\"by\": {\"value\": \"installed %s\"}}'".formatted(version));
        }
        release("opa", "1.0.0", "cat >/dev/null; echo '{\"result\":[{\"expressions\":[{\"value\":[\"too big\"]}]}]}'");
        program("bin/terraform", "echo '{\"by\": {\"value\": \"on the path\"}}'");
        played = new Played(home, folder)
                .with("ATMOS_GITHUB_URL", github.address("").toString())
                .with("ATMOS_GITHUB_API_URL", github.address("").toString())
                .with("PATH", folder.resolve("bin") + ":/usr/bin:/bin");
    }

    @AfterEach
    void stop() {
        github.close();
    }

    @Test
    void aFunctionAsksTheVersionThatItsComponentDependsOn() {
        stack("~> 1.10");

        assertThat(output()).isEqualTo("installed 1.10.5");
        assertThat(folder.resolve(".tools/acme/terraform/1.10.5/terraform")).isExecutable();

        int asked = github.requests().size();
        assertThat(output()).isEqualTo("installed 1.10.5");
        assertThat(github.requests()).hasSize(asked);
    }

    @Test
    void withoutOneItAsksThePinnedVersionAndThenThatOnThePath() {
        stack("");
        assertThat(output()).isEqualTo("on the path");

        files.with(".tool-versions", "terraform 1.9.8\n");
        assertThat(output()).isEqualTo("installed 1.9.8");
    }

    @Test
    void withoutANetworkTheSameVersionOnThePathIsUsedAndThatIsSaid() {
        github.close();
        stack("");
        files.with(".tool-versions", "terraform 1.9.8\n");
        String answers = "case $1 in *version) echo \"Terraform v%s\" ;;"
                + " *) echo '{\"by\": {\"value\": \"on the path\"}}' ;; esac";
        program("bin/terraform", answers.formatted("1.9.8"));

        assertThat(output()).isEqualTo("on the path");
        assertThat(played.err())
                .containsOnlyOnce("is used instead.")
                .contains(
                        "terraform@1.9.8 can't be installed: ", folder.resolve("bin/terraform") + ", which is 1.9.8,");

        stack("~> 1.9.0");
        assertThat(output()).isEqualTo("on the path");

        program("bin/terraform", answers.formatted("1.9.80"));
        stack("");
        assertThat(played.run("describe", "component", "app", "-s", "dev")).isEqualTo(1);
        assertThat(played.err()).contains("can't be reached").doesNotContain("instead");
    }

    @Test
    void whatAComponentDependsOnComesBeforeWhatIsPinned() {
        files.with(".tool-versions", "terraform 1.9.8\n");
        stack("1.10.3");

        assertThat(output()).isEqualTo("installed 1.10.3");
    }

    @Test
    void aConflictStopsWithBothPlaces() {
        stack("~> 1.10");
        files.with("stacks/catalog/vpc.yaml", """
                components: {terraform: {vpc: {dependencies: {tools: {terraform: 1.9.8}}}}}
                """);

        assertThat(played.run("describe", "component", "app", "-s", "dev")).isEqualTo(1);
        assertThat(played.err())
                .contains("stacks/catalog/vpc.yaml:1:66: terraform 1.9.8 is demanded here, but ~> 1.10 at")
                .contains("stacks/deploy/dev.yaml:3:35");

        assertThat(played.run("validate", "stacks")).isEqualTo(1);
        assertThat(played.err()).contains("stacks/catalog/vpc.yaml:1:66");
    }

    @Test
    void aVersionThatOnlyItsOwnToolCouldTellIsNotLookedForForever() {
        stack("");
        files.with("stacks/catalog/vpc.yaml", """
                components: {terraform: {vpc: {dependencies: {tools: {terraform: !terraform.output vpc by}}}}}
                """);

        assertThat(played.run("describe", "component", "app", "-s", "dev")).isEqualTo(1);
        assertThat(played.err()).contains("can only be told with one of these tools");
    }

    @Test
    void whereToolsAreNotManagedThePathCounts() {
        files.with("atmos.yaml", CONFIG + "  enabled: false\n").with(".tool-versions", "terraform 1.9.8\n");
        stack("~> 1.10");

        assertThat(output()).isEqualTo("on the path");
        assertThat(folder.resolve(".tools")).doesNotExist();
    }

    @Test
    void whatMayNotBeInstalledIsSaidWithThePlaceThatDemandsIt() {
        files.with("atmos.yaml", CONFIG + "  auto_install: {enabled: false}\n");
        stack("~> 1.10");

        assertThat(played.run("describe", "component", "app", "-s", "dev")).isEqualTo(1);
        assertThat(played.err())
                .contains("stacks/deploy/dev.yaml:3:35: terraform ~> 1.10 is needed.", "is not installed")
                .contains("atmos toolchain install 'terraform@~> 1.10'");
    }

    @Test
    void aPolicyIsCheckedByTheOpaThatItsComponentDependsOn() {
        stack("");
        files.with("policies/a.rego", "package atmos\n").with("stacks/catalog/vpc.yaml", """
                components: {terraform: {vpc: {dependencies: {tools: {acme/opa: "^1"}}}}}
                """);

        assertThat(played.run(
                        "validate", "component", "vpc", "-s", "dev", "--schema-type", "opa", "--schema-path", "a.rego"))
                .isEqualTo(1);
        assertThat(played.err()).contains("too big");
    }

    @Test
    void aWorkflowHasItsToolsOnThePath() {
        stack("~> 1.10");
        files.with("flows/flow.yaml", """
                workflows:
                  it:
                    dependencies: {tools: {terraform: "1.10.3"}}
                    steps:
                    - {type: shell, command: terraform output}
                  other:
                    steps:
                    - {type: shell, command: terraform output}
                  against:
                    dependencies: {tools: {terraform: "1.9.8"}}
                    steps:
                    - {type: shell, command: terraform output}
                """);

        assertThat(played.run("workflow", "it", "--dry-run")).isZero();
        assertThat(folder.resolve(".tools")).doesNotExist();

        assertThat(played.run("workflow", "it", "-s", "dev")).as(played.err()).isZero();
        assertThat(played.out()).contains("installed 1.10.3");

        assertThat(played.run("workflow", "other")).isZero();
        assertThat(played.out()).contains("on the path");

        assertThat(played.run("workflow", "against")).isZero();
        assertThat(played.run("workflow", "against", "-s", "dev")).isEqualTo(1);
        assertThat(played.err())
                .contains(
                        "flows/flow.yaml:10:39: terraform 1.9.8 is demanded here, but ~> 1.10 at stacks/deploy/dev.yaml");
    }

    private void stack(String version) {
        files.with("stacks/catalog/vpc.yaml", "components: {terraform: {vpc: {}}}\n");
        files.with("stacks/deploy/dev.yaml", """
                import: [catalog/vpc]
                vars: {stage: dev}
                dependencies: {tools: {%s}}
                components:
                  terraform:
                    app: {vars: {by: !terraform.output vpc by}}
                """.formatted(version.isEmpty() ? "" : "terraform: \"" + version + "\""));
    }

    private String output() {
        assertThat(played.run("describe", "component", "app", "-s", "dev", "--query", ".vars.by"))
                .as(played.err())
                .isZero();
        return played.out().strip();
    }

    private void release(String tool, String version, String script) throws Exception {
        byte[] archive = Archives.tarGz(List.of(Entry.program(tool, "#!/bin/sh\n" + script + "\n")));
        github.asset("acme/" + tool, "v" + version, tool + "-" + PLATFORM + ".tar.gz", archive);
    }

    private void program(String file, String script) {
        files.with(file, "#!/bin/sh\n" + script + "\n");
        assertThat(folder.resolve(file).toFile().setExecutable(true)).isTrue();
    }
}
