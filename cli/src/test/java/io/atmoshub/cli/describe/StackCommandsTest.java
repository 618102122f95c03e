package io.atmoshub.cli.describe;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.cli.Played;
import io.atmoshub.cli.ProjectFiles;
import io.atmoshub.cli.SmallProject;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Describing, listing and explaining the components of a small project.
class StackCommandsTest {
    @TempDir
    Path home;

    @TempDir
    Path folder;

    private ProjectFiles files;
    private Played played;

    @BeforeEach
    void aProject() {
        files = SmallProject.in(folder);
        played = new Played(home, folder).with("PATH", "/usr/bin:/bin");
    }

    @Test
    void aComponentIsShownWithThePlaceOfEveryValue() {
        assertThat(played.run("describe", "component", "net", "-s", "dev"))
                .as(played.err())
                .isZero();

        assertThat(played.out())
                .contains("# Stack: deploy/dev", "import:", "  - catalog/net")
                .containsPattern("  cidr: 10\\.1\\.0\\.0/16 +# ● \\[1\\] deploy/dev\\.yaml:6")
                .containsPattern("    Cost: low +# ○ \\[2\\] catalog/net\\.yaml:7")
                .contains("name: net-dev")
                .doesNotContain("atmos_component");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yaml", "json"})
    void allStacksAreOneDocument(String format) {
        assertThat(played.run("describe", "stacks", "--format", format)).isZero();
        String all = played.out();
        assertThat(all).contains("dev").contains("net-dev");

        assertThat(played.run("describe", "stacks", "--format", format, "--query", "."))
                .isZero();
        assertThat(played.out()).isEqualTo(all);

        assertThat(played.run("describe", "stacks", "--format", format, "--file", "all"))
                .isZero();
        assertThat(folder.resolve("all")).hasContent(all);

        assertThat(played.run("describe", "stacks", "--format", format, "--components", "nothing"))
                .isZero();
        assertThat(played.out()).isEqualTo("{}\n");
    }

    @Test
    void provenanceIsLeftOutWhereItHasNoRoom() {
        assertThat(played.run("describe", "component", "net", "-s", "dev", "--query", ".vars.tags"))
                .isZero();
        assertThat(played.out()).isEqualTo("Cost: low\nTeam: net\n");

        assertThat(played.run("describe", "component", "net", "-s", "dev", "--format", "json", "-q", ".vars.cidr"))
                .isZero();
        assertThat(played.out()).isEqualTo("\"10.1.0.0/16\"\n");

        assertThat(played.run("describe", "component", "net", "-s", "dev", "--provenance=false"))
                .isZero();
        assertThat(played.out()).doesNotContain("#").contains("vars:\n  cidr: 10.1.0.0/16\n");
    }

    @Test
    void everythingIsShownWhenItIsAskedFor() {
        assertThat(played.run("describe", "component", "net", "-s", "dev", "--filter", "full", "--format", "json"))
                .isZero();

        assertThat(played.out())
                .startsWith("{\n  \"atmos_cli_config\": {\n    \"base_path\": \".\",")
                .contains("\"atmos_component\": \"net\"", "\"command\": \"tofu\"", "\"cli_args\"")
                .contains("\"stack_file_section\": \"components.terraform.vars\"", "\"dependency_type\": \"import\"")
                .contains("\"deps_all\": [\n    \"catalog/net\",\n    \"deploy/dev\"\n  ]")
                .contains("\"description\": \"Range\"", "\"null_resource.it\"");
        assertThat(played.run("describe", "component", "net", "-s", "dev", "--filter", "some"))
                .isEqualTo(1);
        assertThat(played.err()).contains("schema or full");
    }

    @Test
    void templatesStayAsTheyAreOnRequest() {
        assertThat(played.run(
                        "describe", "component", "net", "-s", "dev", "--process-templates=false", "-q", ".vars.name"))
                .isZero();

        assertThat(played.out()).isEqualTo("net-{{ .vars.stage }}\n");
    }

    @Test
    void aComponentIsFoundByTheFolderOfItsCode() {
        assertThat(played.run(
                        "-C",
                        "code/apps/web",
                        "--config-path",
                        "../../..",
                        "describe",
                        "component",
                        ".",
                        "-s",
                        "dev",
                        "-q",
                        ".metadata"))
                .as(played.err())
                .isZero();
        assertThat(played.out()).isEqualTo("component: apps/web\n");

        assertThat(played.run("describe", "component", "./stacks", "-s", "dev")).isEqualTo(2);
        assertThat(played.err()).contains("path is not within Atmos component directories");

        assertThat(played.run("describe", "component", "./code/nothing", "-s", "dev"))
                .isEqualTo(1);
        assertThat(played.err()).contains("no component whose code is nothing");
    }

    @Test
    void whatIsNotThereIsSaidWithWhatWasMeant() {
        assertThat(played.run("describe", "component", "net", "-s", "deploy/dev"))
                .isEqualTo(1);
        assertThat(played.err()).contains("invalid stack", "Did you mean \"dev\"", "atmos list stacks");

        assertThat(played.run("describe", "component", "nett", "-s", "dev")).isEqualTo(1);
        assertThat(played.err()).contains("Did you mean \"net\"");

        assertThat(played.run("describe", "component", "net")).isEqualTo(2);
        assertThat(played.err()).contains("--stack");

        files.with("stacks/deploy/dev.yaml", "import: [catalog/nett]\n");
        assertThat(played.run("list", "stacks")).isEqualTo(1);
        assertThat(played.err()).contains("stacks/deploy/dev.yaml:1:10");
    }

    @Test
    void stacksAreShownAndFiltered() {
        assertThat(played.run("describe", "stacks", "--components", "net", "--sections", "vars"))
                .isZero();
        assertThat(played.out())
                .startsWith(
                        "dev:\n  components:\n    terraform:\n      net:\n        vars:\n          cidr: 10.1.0.0/16\n")
                .contains("prod:")
                .doesNotContain("app:");

        assertThat(played.run(
                        "describe",
                        "stacks",
                        "-s",
                        "deploy/prod",
                        "--format",
                        "json",
                        "--component-types",
                        "terraform"))
                .isZero();
        assertThat(played.out()).startsWith("{\n  \"prod\": {").contains("\"inheritance\": []");

        assertThat(played.run("describe", "stacks", "-s", "pro")).isEqualTo(1);
        assertThat(played.err()).contains("Did you mean \"prod\"");
    }

    @Test
    void dependentsAreFoundInTheSameStackAndByContext() {
        assertThat(played.run("describe", "dependents", "net", "-s", "dev", "-q", ".[].stack_slug", "-f", "yaml"))
                .isZero();
        assertThat(played.out()).isEqualTo("- dev-app\n- prod-app\n");

        assertThat(played.run("describe", "dependents", "net", "-s", "prod")).isZero();
        assertThat(played.out()).isEqualTo("[]\n");
    }

    @Test
    void listsHaveRows() {
        assertThat(played.run("list", "stacks")).isZero();
        assertThat(played.out()).isEqualTo("dev\nprod\n");

        assertThat(played.run("list", "components")).isZero();
        assertThat(played.out()).isEqualTo("app\tterraform\t2\nnet\tterraform\t2\n");

        assertThat(played.run("list", "instances", "--format", "csv", "-s", "p*"))
                .isZero();
        assertThat(played.out()).isEqualTo("Component,Stack\napp,prod\nnet,prod\n");

        assertThat(played.run("list", "vars", "net", "--format", "tsv")).isZero();
        assertThat(played.out()).contains("Key\tdev\tprod\n", "cidr\t10.1.0.0/16\t10.0.0.0/16\n");

        assertThat(played.run("list", "values", "net", "--query", ".vars.tags", "--json"))
                .isZero();
        assertThat(played.out()).contains("\"key\": \"Cost\"", "\"dev\": \"low\"");

        assertThat(played.run("list", "settings", "--format", "yaml")).isZero();
        assertThat(played.out()).contains("component: app", "depends_on");

        assertThat(played.run("list", "metadata", "-s", "dev")).isZero();
        assertThat(played.out())
                .startsWith("dev\tapp\tterraform\ttrue\tapps/web\t[]\t{ \"component\": \"apps/web\" }\n");

        assertThat(played.run("list", "components", "-s", "dve")).isEqualTo(1);
        assertThat(played.err()).contains("There is no stack \"dve\".", "Did you mean \"dev\"?");

        assertThat(played.run("list", "values", "nett")).isEqualTo(1);
        assertThat(played.err()).contains("Did you mean \"net\"");
        assertThat(played.run("list", "stacks", "--format", "xml")).isEqualTo(1);
        assertThat(played.run("list", "stacks", "--component", "none")).isZero();
        assertThat(played.err()).contains("No stacks found");
    }

    @Test
    void explainNamesEveryPlaceAndTheWinner() {
        assertThat(played.run("explain", "net", "-s", "dev", "vars.cidr")).isZero();
        assertThat(played.out()).contains("vars.cidr of net in dev is \"10.1.0.0/16\"");
        String[] lines = played.out().split("\n");
        assertThat(lines[2])
                .contains("component net", "catalog/net.yaml:6", "10.0.0.0/16")
                .startsWith("  ");
        assertThat(lines[3])
                .contains("component net", "deploy/dev.yaml:6", "10.1.0.0/16")
                .startsWith("→ ");

        assertThat(played.run("explain", "net", "-s", "dev", "vars.tags", "--json"))
                .isZero();
        assertThat(played.out()).contains("\"layer\": \"stack\"", "\"line\": 1", "\"Team\": \"net\"");

        assertThat(played.run("explain", "net", "-s", "dev", "atmos_stack")).isZero();
        assertThat(played.out()).contains("it is computed");

        assertThat(played.run("explain", "net", "-s", "dev", "vars.cdir")).isEqualTo(1);
        assertThat(played.err()).contains("Did you mean \"cidr\"");
    }
}
