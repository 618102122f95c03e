package io.atmoshub.assistant.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atmoshub.assistant.settings.AiKeys;
import io.atmoshub.project.Limits;
import io.atmoshub.project.Opening;
import io.atmoshub.project.Project;
import io.atmoshub.project.ProjectException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentsTest {
    @TempDir
    Path folder;

    @Test
    void thereAreFiveAndEachHasAPromptOfItsOwn() {
        assertThat(Agents.BUILT_IN.all())
                .extracting(Agent::name)
                .containsExactly(
                        "general", "stack-analyzer", "component-refactor", "security-auditor", "config-validator");
        assertThat(Agents.BUILT_IN.all())
                .extracting(Agent::prompt)
                .doesNotHaveDuplicates()
                .allSatisfy(prompt -> assertThat(prompt).hasSizeGreaterThan(400).startsWith("You are the"));
    }

    @Test
    void onlyThoseThatChangeThingsHaveToolsThatDo() {
        for (String tool :
                List.of("file_write", "file_edit", "write_stack_file", "atmos_terraform_plan", "web_search")) {
            for (String agent : List.of("stack-analyzer", "security-auditor", "config-validator")) {
                assertThat(agent(agent).has(tool)).as(agent + " " + tool).isFalse();
            }
            assertThat(agent("general").has(tool)).isTrue();
        }
        assertThat(agent("stack-analyzer").has("atmos_describe_component")).isTrue();
        assertThat(agent("security-auditor").has("validate_file_lsp")).isTrue();
        assertThat(agent("component-refactor").has("file_write")).isTrue();
        assertThat(agent("component-refactor").asksFor()).contains("file_write");
        assertThat(agent("component-refactor").has("atmos_terraform_apply")).isFalse();
        assertThat(agent("general").asksFor()).isEmpty();
    }

    @Test
    void aProjectHasItsOwn() throws Exception {
        Agents agents = read("""
                settings:
                  ai:
                    default_agent: cost-reviewer
                    agents:
                      cost-reviewer:
                        display_name: Cost Reviewer
                        description: What costs most.
                        prompt: Look at instance sizes first.
                        tools:
                          allowed: ["describe_*", "list_*"]
                          restricted: ["describe_stacks"]
                      terse:
                        system_prompt: Be brief.
                        allowed_tools: [file_read]
                """);

        assertThat(agents.byDefault()).isEqualTo("cost-reviewer");
        Agent own = agents.find("cost-reviewer").orElseThrow();
        assertThat(own)
                .extracting(Agent::displayName, Agent::description, Agent::prompt, Agent::builtIn)
                .containsExactly("Cost Reviewer", "What costs most.", "Look at instance sizes first.", false);
        assertThat(own.has("atmos_describe_component")).isTrue();
        assertThat(own.asksFor()).containsExactly("describe_stacks", "atmos_describe_stacks");
        assertThat(own.has("file_read")).isFalse();
        assertThat(agents.find("terse").orElseThrow().allowed()).containsExactly("file_read");
    }

    @Test
    void whatMakesNoSenseIsRefusedWithItsPlace() {
        refused("ai: {agents: {general: {prompt: I am root}}}", "built in");
        refused("ai: {agents: {Bad Name: {prompt: x}}}", "no name for an agent");
        refused("ai: {agents: {quiet: {description: x}}}", "no prompt");
        refused("ai: {default_agent: nobody}", "there is no agent \"nobody\"");
    }

    private void refused(String yaml, String why) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(ProjectException.class)
                .hasMessageContaining("atmos.yaml:1:")
                .hasMessageContaining(why);
    }

    private static Agent agent(String name) {
        return Agents.BUILT_IN.find(name).orElseThrow();
    }

    private Agents read(String yaml) throws IOException {
        Files.writeString(folder.resolve("atmos.yaml"), yaml);
        Project project = Project.open(Opening.of(folder), Limits.server(folder, Set.of()));
        return ProjectAgents.of(new AiKeys(project.config()));
    }
}
