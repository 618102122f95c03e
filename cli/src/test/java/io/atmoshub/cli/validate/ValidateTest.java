package io.atmoshub.cli.validate;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import io.atmoshub.cli.Played;
import io.atmoshub.cli.ProjectFiles;
import io.atmoshub.cli.SmallProject;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is wrong in manifests and components is found, and told with its place.
class ValidateTest {
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
    void soundStacksAreValidated() {
        assertThat(played.run("validate", "stacks")).as(played.err()).isZero();
        assertThat(played.err()).contains("✓ All stacks validated successfully");
        assertThat(played.run("validate", "stacks", "--json")).isZero();
        assertThat(played.out()).isEqualTo("[]\n");
    }

    @Test
    void whatIsWrongInManifestsHasAPlaceAndASuggestion() {
        files.with("stacks/deploy/dev.yaml", """
                import: [catalog/net]
                vars: {stage: dev}
                setings: {a: 1}
                components:
                  terraform:
                    app:
                      varz: {a: 1}
                      metadata: {type: abstrakt}
                      vars: [a]
                """);

        assertThat(played.run("validate", "stacks")).isEqualTo(1);

        assertThat(played.err())
                .contains("4 things are wrong")
                .contains("stacks/deploy/dev.yaml:3:1: Nothing reads \"setings\". Did you mean \"settings\"?")
                .contains(
                        "stacks/deploy/dev.yaml:7:7: components.terraform.app has no setting \"varz\". Did you mean \"vars\"?")
                .contains(
                        "stacks/deploy/dev.yaml:8:18: components.terraform.app.metadata.type is \"abstrakt\". Did you mean \"abstract\"?")
                .contains(
                        "stacks/deploy/dev.yaml:9:7: components.terraform.app.vars is a list, and has to be a map or a text.");
        assertThat(played.run("validate", "stacks", "--json")).isEqualTo(1);
        assertThat(played.out()).contains("\"line\": 3", "\"column\": 1");
    }

    @Test
    void importsAndDuplicatesAreValidatedToo() {
        files.with("stacks/deploy/again.yaml", """
                vars: {stage: dev}
                components: {terraform: {net: {vars: {cidr: other}}}}
                """);
        assertThat(played.run("validate", "stacks")).isEqualTo(1);
        assertThat(played.err()).contains("net").contains("dev");

        files.with("stacks/deploy/again.yaml", "import: [../deploy/again]\n");
        assertThat(played.run("validate", "stacks")).isEqualTo(1);
        assertThat(played.err()).contains("stacks/deploy/again.yaml:1:10");

        files.with("stacks/deploy/again.yaml", "a: [\n");
        assertThat(played.run("validate", "stacks")).isEqualTo(1);
        assertThat(played.err()).contains("stacks/deploy/again.yaml:");
    }

    @Test
    void aProjectMayBringItsOwnSchema() {
        files.with("own.json", "{\"required\": [\"vars\"]}").with("stacks/deploy/empty.yaml", "settings: {}\n");
        played.with("ATMOS_SCHEMAS_ATMOS_MANIFEST", "own.json");
        assertThat(played.run("validate", "stacks")).isEqualTo(1);
        assertThat(played.err()).contains("lacks \"vars\"");

        files.with("own.json", "{\"$ref\": \"https://example.org/other.json\"}");
        assertThat(played.run("validate", "stacks")).isEqualTo(1);
        assertThat(played.err()).contains("Schema");

        played.with("ATMOS_SCHEMAS_ATMOS_MANIFEST", "missing.json");
        assertThat(played.run("validate", "stacks")).isEqualTo(1);
        assertThat(played.err()).contains("schemas.atmos.manifest");
    }

    @Test
    void theSchemaMayBeElsewhere() throws Exception {
        files.with("there/own.json", "{\"required\": [\"vars\"]}").with("stacks/deploy/empty.yaml", "settings: {}\n");
        HttpServer server = SimpleFileServer.createFileServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                folder.resolve("there").toAbsolutePath(),
                SimpleFileServer.OutputLevel.NONE);
        server.start();
        try {
            String address = "http://127.0.0.1:" + server.getAddress().getPort();
            played.with("ATMOS_SCHEMAS_ATMOS_MANIFEST", address + "/own.json");
            assertThat(played.run("validate", "stacks")).isEqualTo(1);
            assertThat(played.err()).contains("stacks/deploy/empty.yaml:1:1", "lacks \"vars\"");

            played.with("ATMOS_SCHEMAS_ATMOS_MANIFEST", address + "/none.json");
            assertThat(played.run("validate", "stacks")).isEqualTo(1);
            assertThat(played.err()).contains("There is no " + address + "/none.json");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aComponentIsCheckedByItsRules() {
        assertThat(played.run("validate", "component", "net", "-s", "dev"))
                .as(played.err())
                .isZero();

        files.with(
                "schemas/net.json",
                "{\"properties\": {\"vars\": {\"properties\": {\"cidr\": {\"type\": \"integer\"}}}}}");
        assertThat(played.run("validate", "component", "net", "-s", "dev")).isEqualTo(1);
        assertThat(played.err()).contains("vars.cidr is a text, and has to be a whole number", "deploy/dev.yaml:6");

        assertThat(played.run("validate", "component", "app", "-s", "dev")).isZero();
        assertThat(played.run("validate", "component", "app", "-s", "dev", "--schema-path", "net.json"))
                .isEqualTo(1);
        assertThat(played.err()).contains("--schema-type");
        assertThat(played.run(
                        "validate",
                        "component",
                        "app",
                        "-s",
                        "dev",
                        "--schema-path",
                        "no.json",
                        "--schema-type",
                        "jsonschema"))
                .isEqualTo(1);
        assertThat(played.err()).contains("there is no file");
        assertThat(played.run(
                        "validate",
                        "component",
                        "app",
                        "-s",
                        "dev",
                        "--schema-path",
                        "net.json",
                        "--schema-type",
                        "cue"))
                .isEqualTo(1);
        assertThat(played.err()).contains("jsonschema or opa");
    }

    @Test
    void policiesAreCheckedByOpa() throws Exception {
        files.with("schemas/net.rego", "package atmos\n");
        String[] check = {
            "validate", "component", "net", "-s", "dev", "--schema-type", "opa", "--schema-path", "net.rego"
        };
        assertThat(played.with("PATH", folder.resolve("bin").toString()).run(check))
                .isEqualTo(1);
        assertThat(played.err()).contains("checked by opa, and there is none");

        opa("cat > input.json; echo '{\"result\":[{\"expressions\":[{\"value\":[\"too big\"]}]}]}'");
        assertThat(played.with("PATH", folder.resolve("bin") + ":/bin:/usr/bin").run(check))
                .isEqualTo(1);
        assertThat(played.err()).contains("too big", "Policy: net.rego");
        assertThat(folder.resolve("input.json")).content().contains("\"cidr\":\"10.1.0.0/16\"", "process_env");

        opa("cat > /dev/null; echo '{\"result\":[{\"expressions\":[{\"value\":[]}]}]}'");
        assertThat(played.run(check)).isZero();

        opa("echo wrong; exit 2");
        assertThat(played.run(check)).isEqualTo(1);
        assertThat(played.err()).contains("opa refused it: wrong");
    }

    private void opa(String script) {
        files.with("bin/opa", "#!/bin/sh\n" + script + "\n");
        assertThat(folder.resolve("bin/opa").toFile().setExecutable(true)).isTrue();
    }
}
