package io.atmoshub.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atmoshub.project.yaml.YamlNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// YAML functions in `atmos.yaml`: resolved on a laptop, and in a server as far as it goes.
class ConfigFunctionsTest {
    @TempDir
    Path temp;

    private Folder project;

    @BeforeEach
    void aProject() {
        project = new Folder(temp).folder("project");
        new Folder(temp).with("secret.yaml", "password: hush\n");
    }

    @Test
    void aLaptopResolvesThem() {
        project.with(".git/HEAD", "")
                .with("parts/values.yaml", "list: [1, 2]\nname: !include ./name.txt\n")
                .with("parts/name.txt", "vpc")
                .with("local.env", "# mine\nexport STAGE=\"dev\"\nREGION=euw1 # home\n")
                .with("atmos.yaml", """
                        settings:
                          stage: !env STAGE
                          missing: !env MISSING "not there"
                          empty: !env MISSING
                          printed: !exec echo '{"a":[1,true]}'
                          words: !exec printf 'one two'
                          all: !include parts/values.yaml
                          one: !include parts/values.yaml .list[1]
                          raw: !include.raw parts/name.txt
                          root: !repo-root
                          here: !cwd sub
                        env: !include local.env
                        """);

        Config config = Project.open(Opening.of(project.path()), Limits.laptop(Map.of("STAGE", "prod")))
                .config();

        Path root = project.path();
        assertThat(config.section("settings"))
                .containsEntry("stage", "prod")
                .containsEntry("missing", "not there")
                .containsEntry("empty", "")
                .containsEntry("printed", Map.of("a", List.of(1L, true)))
                .containsEntry("words", "one two")
                .containsEntry("all", Map.of("list", List.of(1L, 2L), "name", "vpc"))
                .containsEntry("one", 2L)
                .containsEntry("raw", "vpc")
                .containsEntry("root", root.toString())
                .containsEntry("here", root.resolve("sub").toString());
        assertThat(config.section("env")).isEqualTo(Map.of("STAGE", "dev", "REGION", "euw1"));
        assertThat(config.origin("settings", "all", "list").file()).endsWith("values.yaml");
    }

    @Test
    void aServerLeavesWhatItRefusesMarked() throws Exception {
        Files.createSymbolicLink(project.path().resolve("link.yaml"), temp.resolve("secret.yaml"));
        project.with("inside.yaml", "a: 1\n").with("atmos.yaml", """
                import: [../secret]
                settings:
                  env: !env HOME
                  exec: !exec touch /tmp/should-not-be
                  outside: !include ../../etc/passwd
                  absolute: !include /etc/passwd
                  link: !include link.yaml
                  web: !include https://example.org/values.yaml
                  inside: !include inside.yaml
                """);

        Project read = Project.open(Opening.of(project.path()), Limits.server(project.path(), Set.of()));

        assertThat(read.config().section("settings"))
                .containsEntry("env", "!env HOME")
                .containsEntry("exec", "!exec touch /tmp/should-not-be")
                .containsEntry("outside", "!include ../../etc/passwd")
                .containsEntry("absolute", "!include /etc/passwd")
                .containsEntry("link", "!include link.yaml")
                .containsEntry("web", "!include https://example.org/values.yaml")
                .containsEntry("inside", Map.of("a", 1L));
        assertThat(read.config().node("settings", "exec").map(YamlNode::tag)).contains("!exec");
        assertThat(read.config().at("password")).isEmpty();
        assertThat(read.notes()).hasSize(7).allSatisfy(note -> assertThat(note).startsWith("atmos.yaml:"));
    }

    @Test
    void aServerLooksAtNoFileAbove() {
        new Folder(temp).with("atmos.yaml", "settings: {from: above}\n");

        Project read = Project.open(Opening.of(project.path()), Limits.server(project.path(), Set.of()));

        assertThat(read.config().section("settings")).isEmpty();
    }

    @Test
    void whatGoesWrongSaysWhere() {
        project.with("again.yaml", "a: !include again.yaml\n");

        assertThat(problem("!exec exit 3")).contains("atmos.yaml:1:4", "exit code 3");
        assertThat(problem("!include missing.yaml")).contains("there is no file");
        assertThat(problem("!include")).contains("name of a file");
        assertThat(problem("!include again.yaml")).contains("include each other");
        assertThat(problem("!include again.txt .a[")).contains("again.txt");
        assertThat(problem("!env")).contains("name of a variable");
        assertThat(problem("!repo-root")).contains("no Git repository");
    }

    private String problem(String function) {
        project.with("atmos.yaml", "a: " + function + "\n");
        var limits = new Limits(
                List.of(project.path()), Set.of(Limits.ANY), Map.of("PATH", "/bin:/usr/bin"), Set.of(), true);
        var thrown = new Object() {
            String message = "";
        };
        assertThatThrownBy(() -> Project.open(Opening.of(project.path()), limits))
                .isInstanceOf(ProjectException.class)
                .satisfies(e -> thrown.message = e.getMessage());
        return thrown.message;
    }
}
