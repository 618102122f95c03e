package io.atmoshub.cli.describe;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.cli.Played;
import io.atmoshub.cli.ProjectFiles;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `atmos describe config`, and the options that every command takes.
class DescribeConfigTest {
    @TempDir
    Path home;

    @TempDir
    Path folder;

    private ProjectFiles files;
    private Played played;

    @BeforeEach
    void aProject() {
        files = new ProjectFiles(folder).with("atmos.yaml", """
                base_path: .
                stacks: {base_path: stacks, included_paths: ["**/*"]}
                components: {terraform: {base_path: components}, script: {base_path: scripts}}
                settings: {b: 1, a: 2}
                """);
        played = new Played(home, folder);
    }

    @Test
    void itShowsEveryKeyInTheOrderOfAtmos() {
        assertThat(played.run("describe", "config")).isZero();

        assertThat(played.out())
                .startsWith("""
                        {
                          "base_path": ".",
                          "components": {
                            "terraform": {
                              "base_path": "components",
                              "apply_auto_approve": false,
                        """)
                .contains("\"settings\": {\n    \"a\": 2,\n    \"b\": 1\n  }", "\"script\"")
                .contains("\"stacksBaseAbsolutePath\": \"" + folder.resolve("stacks"));
    }

    @Test
    void aQueryPicksAndAFormatWrites() {
        assertThat(played.run("describe", "config", "--query", ".stacks.included_paths[0]"))
                .isZero();
        assertThat(played.out()).isEqualTo("\"**/*\"\n");

        assertThat(played.run("describe", "config", "-f", "yaml", "-q", ".settings"))
                .isZero();
        assertThat(played.out()).isEqualTo("a: 2\nb: 1\n");

        assertThat(played.run("describe", "config", "--file", "out.json")).isZero();
        assertThat(played.out()).isEmpty();
        assertThat(folder.resolve("out.json")).content().startsWith("{");
    }

    @Test
    void whatIsWrongWithAQueryOrAFormatIsSaid() {
        assertThat(played.run("describe", "config", "--query", ".stacks |")).isEqualTo(1);
        assertThat(played.err()).contains("ends too early", "--query");

        assertThat(played.run("describe", "config", "--format", "xml")).isEqualTo(1);
        assertThat(played.err()).contains("yaml or json");

        assertThat(played.run("describe", "config", "--file", "no/folder/here")).isEqualTo(1);
        assertThat(played.err()).contains("cannot be written");
    }

    @Test
    void originsTellWhereEachValueWasSet() {
        played.with("ATMOS_LOGS_LEVEL", "Debug");

        assertThat(played.run("describe", "config", "--origins", "-f", "yaml")).isZero();

        assertThat(played.out())
                .contains("settings.b: atmos.yaml:4:15")
                .contains("logs.level: variable ATMOS_LOGS_LEVEL")
                .contains("logs.file: default");
    }

    @Test
    void globalOptionsStandBeforeOrAfterTheCommand() {
        files.with("other/atmos.yaml", "settings: {a: other}\n").with("third.yaml", "settings: {a: third}\n");

        assertThat(played.run("-C", "other", "describe", "config", "-q", ".settings.a"))
                .isZero();
        assertThat(played.out()).isEqualTo("\"other\"\n");

        assertThat(played.run("describe", "config", "--config=third.yaml", "-q", ".settings.a"))
                .isZero();
        assertThat(played.out()).isEqualTo("\"third\"\n");

        assertThat(played.run(
                        "--config-path", "other", "--logs-level", "Debug", "describe", "config", "-q", ".logs.level"))
                .isZero();
        assertThat(played.out()).isEqualTo("\"Debug\"\n");

        assertThat(played.run("describe", "config", "--base-path", "other", "-q", ".basePathAbsolute"))
                .isZero();
        assertThat(played.out()).isEqualTo("\"%s\"\n".formatted(folder.resolve("other")));

        assertThat(played.run("-C", "nowhere", "describe", "config")).isEqualTo(1);
        assertThat(played.err()).contains("There is no folder nowhere");

        assertThat(played.with("ATMOS_CHDIR", "other").run("describe", "config", "-q", ".settings.a"))
                .isZero();
        assertThat(played.out()).isEqualTo("\"other\"\n");
    }

    @Test
    void whatCannotBeReadIsToldWithItsPlace() {
        files.with("atmos.yaml", "stacks:\n  base_path: a\n  base_path: b\n");
        assertThat(played.run("describe", "config")).isEqualTo(1);
        assertThat(played.err()).contains("atmos.yaml:3:3");

        files.with("atmos.yaml", "import: [missing]\n");
        assertThat(played.run("describe", "config")).isZero();
        assertThat(played.err()).contains("import missing matches no file");

        files.with("atmos.yaml", "stacks: {inherit: {metadata: maybe}}\n");
        assertThat(played.run("describe", "config")).isEqualTo(1);
        assertThat(played.err()).contains("atmos.yaml:1:30", "neither true nor false");
    }
}
