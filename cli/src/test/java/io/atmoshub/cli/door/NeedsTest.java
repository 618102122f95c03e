package io.atmoshub.cli.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.cli.Played;
import io.atmoshub.cli.ProjectFiles;
import io.atmoshub.cli.SmallProject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which tools the Atmos that takes over finds first.
class NeedsTest {
    @TempDir
    Path home;

    @TempDir
    Path folder;

    private ProjectFiles files;
    private Played played;

    @BeforeEach
    void tools() throws Exception {
        files = SmallProject.in(folder);
        Scripts.telling(home.resolve("bin/atmos"), "next");
        for (String each : List.of("rocket/1.2.0", "rocket/1.2.9", "rocket/1.3.0", "moon/2.0.0")) {
            Scripts.script(folder.resolve(".tools/acme/" + each + "/" + each.split("/")[0]), "exit 0\n");
        }
        played = new Played(home, folder).with("PATH", home.resolve("bin") + ":/usr/bin:/bin");
    }

    private String path(String... words) {
        assertThat(played.run(words)).as(played.out() + played.err()).isEqualTo(37);
        String path = played.out()
                .lines()
                .filter(line -> line.startsWith("PATH="))
                .findFirst()
                .orElseThrow();
        return path.substring("PATH=".length())
                .replace(folder.resolve(".tools/acme") + "/", "")
                .replace(":" + home.resolve("bin") + ":/usr/bin:/bin", "");
    }

    @Test
    void aComponentsToolsComeFirstThenThePinnedOnes() {
        String bare = home.resolve("bin") + ":/usr/bin:/bin";
        assertThat(path("terraform", "plan", "net", "-s", "dev")).isEqualTo(bare);

        files.with("stacks/catalog/net.yaml", """
                vars: {tags: {Team: net}}
                components:
                  terraform:
                    net:
                      dependencies: {tools: {acme/rocket: "~> 1.2"}}
                      vars: {cidr: 10.0.0.0/16}
                """)
                .with(".tool-versions", "acme/moon 2.0.0\nacme/rocket 1.3.0\nacme/gone 7\n");

        assertThat(path("terraform", "plan", "net", "-s", "dev", "--", "-lock=false"))
                .isEqualTo("rocket/1.2.9:moon/2.0.0:rocket/1.3.0");
        assertThat(path("terraform", "plan", "--stack=dev", "net")).startsWith("rocket/1.2.9:");
        assertThat(path("terraform", "import", "net", "a.b", "id", "-s", "dev")).startsWith("rocket/1.2.9:");
        assertThat(path("terraform", "plan", "web", "-s", "dev")).isEqualTo("moon/2.0.0:rocket/1.3.0");
        assertThat(path("terraform", "plan", "nothing", "-s", "nowhere")).isEqualTo("moon/2.0.0:rocket/1.3.0");
        assertThat(path("terraform", "--help")).isEqualTo("moon/2.0.0:rocket/1.3.0");
        played.with("ATMOS_STACK", "dev");
        assertThat(path("terraform", "plan", "net")).startsWith("rocket/1.2.9:");
    }

    @Test
    void demandsThatCannotAllBeMetStopWithBothPlaces() {
        files.with("stacks/catalog/net.yaml", """
                components:
                  terraform:
                    net:
                      dependencies: {tools: {acme/rocket: "~> 1.2.0"}}
                """).with("stacks/deploy/dev.yaml", """
                import: [catalog/net]
                vars: {stage: dev}
                components:
                  terraform:
                    net:
                      dependencies: {tools: {acme/rocket: 1.3.0}}
                    app: {}
                """);

        assertThat(played.run("terraform", "plan", "net", "-s", "dev")).isEqualTo(1);
        assertThat(played.err())
                .contains("stacks/deploy/dev.yaml:6:43: acme/rocket 1.3.0 is demanded here, but ~> 1.2.0 at")
                .contains("stacks/catalog/net.yaml:4:43");
        assertThat(played.out()).isEmpty();

        assertThat(path("terraform", "plan", "app", "-s", "dev")).doesNotContain("rocket");
    }

    @Test
    void aDemandBesideTheCodeCountsToo() {
        files.with("code/net/component.yaml", "metadata: {dependencies: {tools: {acme/rocket: ^1.2.0}}}\n");

        assertThat(path("terraform", "plan", "net", "-s", "dev")).startsWith("rocket/1.3.0");
    }

    @Test
    void aWorkflowsToolsComeFirst() throws Exception {
        Scripts.telling(folder.resolve(".tools/cloudposse/atmos/1.200.0/atmos"), "old");
        files.with("workflows/w.yaml", """
                workflows:
                  ship:
                    dependencies: {tools: {acme/rocket: 1.2.0}}
                    steps: [{command: version}]
                """);
        played.with("ATMOS_WORKFLOWS_BASE_PATH", "workflows").with("ATMOS_USE_VERSION", "1.200.0");

        assertThat(path("workflow", "ship")).isEqualTo("rocket/1.2.0");
        assertThat(path("workflow", "ship", "-f", "w")).isEqualTo("rocket/1.2.0");
        assertThat(path("workflow", "sink")).doesNotContain("rocket");
    }

    @Test
    void aWorkflowsToolsGoTogetherWithThoseOfItsStack() throws Exception {
        Scripts.telling(folder.resolve(".tools/cloudposse/atmos/1.200.0/atmos"), "old");
        files.with("workflows/w.yaml", """
                workflows:
                  ship:
                    dependencies: {tools: {acme/rocket: 1.2.0}}
                    steps: [{command: version}]
                """).with("stacks/deploy/new.yaml", """
                vars: {stage: new}
                dependencies: {tools: {acme/rocket: ">= 1.3"}}
                components: {terraform: {net: {}}}
                """);
        played.with("ATMOS_WORKFLOWS_BASE_PATH", "workflows").with("ATMOS_USE_VERSION", "1.200.0");

        assertThat(path("workflow", "ship", "-s", "dev")).isEqualTo("rocket/1.2.0");
        assertThat(path("workflow", "ship", "-s", "nowhere")).isEqualTo("rocket/1.2.0");
        assertThat(played.run("workflow", "ship", "-s", "new")).isEqualTo(1);
        assertThat(played.err())
                .contains("workflows/w.yaml:3:41: acme/rocket 1.2.0 is demanded here, but >= 1.3 at")
                .contains("stacks/deploy/new.yaml:2:37");
    }

    @Test
    void anInnerCommandsToolsCountBeforeThoseOfTheOneAroundIt() {
        files.with("more/atmos.yaml", """
                base_path: .
                toolchain: {install_path: ../.tools}
                commands:
                  - name: ship
                    dependencies: {tools: {acme/rocket: 1.2.0, acme/moon: "^2.0.0"}}
                    commands:
                      - name: late
                        dependencies: {tools: {acme/rocket: 1.3.0}}
                """);
        assertThat(path("-C", "more", "ship")).isEqualTo("rocket/1.2.0:moon/2.0.0");
        assertThat(path("-C", "more", "ship", "late", "x")).isEqualTo("rocket/1.3.0:moon/2.0.0");
    }

    @Test
    void aToolThatCannotBeHadIsNamedWithWhoNeedsIt() {
        files.with("more/atmos.yaml", """
                base_path: .
                toolchain: {auto_install: {enabled: false}}
                commands: [{name: ship, dependencies: {tools: {acme/rocket: 9.9.9}}}]
                """);

        assertThat(played.run("-C", "more", "ship")).isEqualTo(1);

        assertThat(played.err())
                .contains("The command ship needs acme/rocket 9.9.9 (", "atmos.yaml:3:", "is not installed");
        assertThat(played.out()).isEmpty();
    }
}
