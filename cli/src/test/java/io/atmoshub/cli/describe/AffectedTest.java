package io.atmoshub.cli.describe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.atmoshub.cli.Played;
import io.atmoshub.cli.ProjectFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a change touches, seen with Git and without.
class AffectedTest {
    @TempDir
    Path home;

    @TempDir
    Path temp;

    private Path folder;
    private ProjectFiles files;
    private Played played;

    @BeforeEach
    void aProject() throws Exception {
        folder = Files.createDirectory(temp.resolve("now"));
        files = at(folder);
        played = new Played(home, folder).with("PATH", System.getenv("PATH"));
    }

    private static ProjectFiles at(Path folder) {
        return new ProjectFiles(folder)
                .with("atmos.yaml", """
                        base_path: .
                        stacks: {base_path: stacks, included_paths: ["**/*"], name_template: "{{.vars.stage}}"}
                        components: {terraform: {base_path: code}}
                        """)
                .with("stacks/dev.yaml", stack("dev", "1"))
                .with("stacks/prod.yaml", stack("prod", "1"))
                .with("code/net/main.tf", "")
                .with("code/app/main.tf", "module \"m\" { source = \"../../modules/m\" }\n")
                .with("modules/m/main.tf", "")
                .with("notes.txt", "");
    }

    private static String stack(String stage, String size) {
        return """
                vars: {stage: %s}
                components:
                  terraform:
                    net: {vars: {size: %s}}
                    app: {settings: {depends_on: {1: {component: net}, 2: {file: notes.txt}}}}
                """.formatted(stage, size);
    }

    @Test
    void aCheckoutIsComparedWithAnother() throws Exception {
        Path before = Files.createDirectory(temp.resolve("before"));
        at(before).with("stacks/old.yaml", stack("old", "1"));
        files.with("stacks/dev.yaml", stack("dev", "2"));

        assertThat(played.run("describe", "affected", "--repo-path", "../before", "--include-dependents"))
                .as(played.err())
                .isZero();

        assertThat(played.out())
                .contains(
                        "\"affected\": \"stack.vars\"",
                        "\"stack_slug\": \"dev-net\"",
                        "\"affected\": \"deleted.stack\"")
                .contains("\"dependents\": [\n      {\n        \"component\": \"app\"")
                .doesNotContain("prod");
    }

    @Test
    void filesOfComponentsModulesAndDependenciesCount() throws Exception {
        at(Files.createDirectory(temp.resolve("before")));
        files.with("code/net/main.tf", "# new\n")
                .with("modules/m/main.tf", "# new\n")
                .with("notes.txt", "new");

        assertThat(played.run(
                        "describe",
                        "affected",
                        "--repo-path",
                        "../before",
                        "-s",
                        "dev",
                        "-f",
                        "yaml",
                        "-q",
                        "map(.affected_all)"))
                .as(played.err())
                .isZero();

        assertThat(played.out()).isEqualTo("- - component.module\n  - file\n- - component\n");
    }

    @Test
    void aCommitIsComparedWithTheFolder() throws Exception {
        assumeThat(Files.isExecutable(Path.of("/usr/bin/git"))).as("git").isTrue();
        git("init", "-q", "-b", "main");
        git("add", ".");
        git("-c", "user.name=Ana", "-c", "user.email=ana@example.org", "commit", "-q", "-m", "first");
        files.with("stacks/prod.yaml", stack("prod", "3")).with("code/net/new.tf", "");

        assertThat(played.run("describe", "affected", "--ref", "main", "-q", "map(.stack_slug)", "-f", "yaml"))
                .as(played.err())
                .isZero();
        assertThat(played.out()).isEqualTo("- dev-net\n- prod-net\n");

        assertThat(played.run("describe", "affected", "--sha", "nowhere")).isEqualTo(1);
        assertThat(played.err()).contains("Git knows no commit");
        assertThat(played.run("describe", "affected")).isEqualTo(1);
        assertThat(played.err()).contains("--ref main");
        assertThat(played.with("PATH", "/nowhere").run("describe", "affected")).isEqualTo(1);
        assertThat(played.err()).contains("there is no git on the PATH");
    }

    @Test
    void outsideOfARepositoryItSaysWhatElseToDo() {
        assertThat(played.run("describe", "affected")).isEqualTo(1);
        assertThat(played.err()).contains("--repo-path");
        assertThat(played.run("describe", "affected", "--repo-path", "nowhere")).isEqualTo(1);
        assertThat(played.err()).contains("There is no folder nowhere");
    }

    private void git(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).inheritIO();
        builder.environment().put("HOME", home.toString());
        assertThat(builder.start().waitFor()).isZero();
    }
}
