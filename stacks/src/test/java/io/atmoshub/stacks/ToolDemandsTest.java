package io.atmoshub.stacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atmoshub.project.Limits;
import io.atmoshub.project.Opening;
import io.atmoshub.project.Project;
import io.atmoshub.project.yaml.Origin;
import io.atmoshub.project.yaml.Yaml;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode;
import io.atmoshub.stacks.ToolRequirement.Demand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What things outside of components depend on; for components there are fixtures.
class ToolDemandsTest {
    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void aProject() throws IOException {
        Files.createDirectories(folder.resolve("stacks"));
        Files.writeString(folder.resolve("stacks/base.yaml"), "dependencies: {tools: {helm: ^3}}\n");
        Files.writeString(folder.resolve("stacks/dev.yaml"), """
                import: [base]
                dependencies: {tools: {terraform: ~> 1.10}}
                settings: {tools: {tflint: 0.54.0}}
                components: {terraform: {app: {}}}
                """);
        Files.writeString(folder.resolve("atmos.yaml"), """
                base_path: "."
                stacks: {base_path: stacks, included_paths: [dev]}
                commands:
                - name: deploy
                  dependencies: {tools: {terraform: ~> 1.10.0, kubectl: ^1.32.0}}
                """);
        project = Project.open(Opening.of(folder), Limits.laptop(Map.of()));
    }

    @Test
    void aCommandDependsOnWhatItSays() {
        YamlNode commands = project.config().node("commands").orElseThrow();
        YamlMapping deploy =
                (YamlMapping) ((YamlNode.Sequence) commands).items().getFirst();

        assertThat(ToolDemands.of(project, List.of(), deploy))
                .extracting(each -> each.tool() + " " + each.version() + " " + each.origin())
                .containsExactly("terraform ~> 1.10.0 atmos.yaml:5:37", "kubectl ^1.32.0 atmos.yaml:5:57");
    }

    @Test
    void aWorkflowLiesOverItsStack() {
        StackEngine engine = StackEngine.open(project, ToolFinder.NONE);
        List<ToolRequirement> ofStack = engine.tools(engine.required("dev"));
        assertThat(ofStack)
                .extracting(each -> each.tool() + " " + each.version())
                .containsExactly("helm ^3", "terraform ~> 1.10", "tflint 0.54.0");

        var workflow = (YamlMapping) Yaml.parse("flow.yaml", "dependencies: {tools: {terraform: 1.10.3, jq: latest}}");
        assertThat(ToolDemands.of(project, ofStack, workflow))
                .extracting(each -> each.tool() + " " + each.version())
                .containsExactly("helm ^3", "terraform 1.10.3", "tflint 0.54.0", "jq latest");

        var against = (YamlMapping) Yaml.parse("flow.yaml", "dependencies: {tools: {terraform: 1.9.8}}");
        assertThatThrownBy(() -> ToolDemands.of(project, ofStack, against))
                .isInstanceOf(StackException.class)
                .hasMessageStartingWith(
                        "flow.yaml:1:35: terraform 1.9.8 is demanded here, but ~> 1.10 at stacks/dev.yaml:2:35.");
    }

    @Test
    void demandsThatGoTogetherInPairsOnlyAreAConflict() {
        assertThatThrownBy(() -> ToolRequirement.of(
                        List.of(demand("1.x || 2.x", 1), demand("1.x || 3.x", 2), demand("2.x || 3.x", 3)), Map.of()))
                .hasMessageStartingWith("a.yaml:3:1: No version of terraform satisfies all that is demanded: "
                        + "1.x || 2.x (a.yaml:1:1), 1.x || 3.x (a.yaml:2:1), 2.x || 3.x (a.yaml:3:1).");
    }

    @Test
    void aVersionThatIsNoTextIsRefused() {
        var workflow = (YamlMapping) Yaml.parse("flow.yaml", "dependencies: {tools: {terraform: [1, 2]}}");

        assertThatThrownBy(() -> ToolDemands.of(project, List.of(), workflow))
                .hasMessageStartingWith("flow.yaml:1:35: The version of terraform is one text.");
    }

    private static Demand demand(String version, int line) {
        return new Demand("terraform", version, new Origin("a.yaml", line, 1));
    }
}
