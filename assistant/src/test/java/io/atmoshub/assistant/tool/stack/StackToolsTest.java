package io.atmoshub.assistant.tool.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atmoshub.assistant.Cancellation;
import io.atmoshub.assistant.builtin.BuiltInAssistant;
import io.atmoshub.assistant.conversation.Assistant;
import io.atmoshub.assistant.conversation.Ending;
import io.atmoshub.assistant.file.ProjectFolder;
import io.atmoshub.assistant.file.SessionCopy;
import io.atmoshub.assistant.local.LocalConversation;
import io.atmoshub.assistant.permission.Policy;
import io.atmoshub.assistant.permission.Verb;
import io.atmoshub.assistant.tool.Arguments;
import io.atmoshub.assistant.tool.Effect;
import io.atmoshub.assistant.tool.Tool;
import io.atmoshub.assistant.tool.ToolContext;
import io.atmoshub.assistant.tool.ToolFailure;
import io.atmoshub.assistant.tool.ToolResult;
import io.atmoshub.assistant.tool.Toolbox;
import io.atmoshub.assistant.tool.file.FileTools;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.LiveText;
import io.atmoshub.hub.session.Message;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.hub.session.SessionListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class StackToolsTest {
    @TempDir
    Path root;

    private final Toolbox tools = new Toolbox(StackTools.inServer());
    private final Map<String, String> written = new HashMap<>();

    @BeforeEach
    void aProject() throws Exception {
        write("atmos.yaml", """
                base_path: "."
                stacks: {base_path: stacks, included_paths: ["deploy/**/*"], name_template: "{{ .vars.tenant }}-{{ .vars.stage }}"}
                workflows: {base_path: workflows}
                templates: {settings: {enabled: true}}
                """);
        write("stacks/catalog/vpc.yaml", """
                components:
                  terraform:
                    vpc/defaults:
                      metadata: {type: abstract}
                      vars: {retention: 14, zones: 2}
                    vpc:
                      metadata: {component: vpc, inherits: [vpc/defaults]}
                """);
        write("stacks/deploy/prod.yaml", """
                import: [catalog/vpc]
                vars: {tenant: acme, stage: prod}
                components:
                  terraform:
                    vpc:
                      vars:
                        retention: 35
                        home: !env HOME
                        out: !exec echo stolen
                    app:
                      vars: {label: "{{ .vars.tenant }}-app"}
                      settings: {depends_on: {1: {component: vpc}}}
                """);
        write("stacks/deploy/dev.yaml", "import: [catalog/vpc]\nvars: {tenant: acme, stage: dev}\n");
        write("workflows/deploy.yaml", """
                workflows:
                  everything:
                    description: Roll out all of it
                    steps:
                      - command: terraform apply vpc -auto-approve
                """);
    }

    @Test
    void listsStacksAndComponents() throws Exception {
        assertThat(run("atmos_list_stacks", Map.of()).output())
                .isEqualTo("acme-dev: 1 component, deploy/dev\nacme-prod: 2 components, deploy/prod\n");
        assertThat(run("atmos_list_stacks", Map.of("component", "app")).output())
                .isEqualTo("acme-prod: 2 components, deploy/prod\n");
        assertThat(run("atmos_list_components", Map.of()).output())
                .isEqualTo("app: in 1 stack, such as acme-prod\nvpc: in 2 stacks, such as acme-dev\n");
        assertThat(run("atmos_list_components", Map.of("stack", "acme-prod")).output())
                .contains("vpc/defaults: terraform, abstract", "app: terraform\n");
    }

    @Test
    void describesAComponentUnderTheLimitsOfTheServer() throws Exception {
        String output = run("atmos_describe_component", Map.of("component", "vpc", "stack", "acme-prod"))
                .output();

        assertThat(output)
                .startsWith("vpc in acme-prod, terraform\n")
                .contains("manifest: deploy/prod", "inherits: vpc/defaults", "imports: catalog/vpc", "retention: 35")
                .contains("!env HOME", "may not be seen here", "!exec echo stolen")
                .doesNotContain(root.toString());
        assertThat(run("atmos_describe_component", Map.of("component", "app", "stack", "acme-prod", "path", "vars"))
                        .output())
                .endsWith("---\nlabel: acme-app\nstage: prod\ntenant: acme\n");
    }

    @Test
    void misspeltNamesAreAnsweredWithWhatWasMeant() {
        assertThatThrownBy(() -> run("atmos_describe_component", Map.of("component", "vpk", "stack", "acme-prod")))
                .isInstanceOf(ToolFailure.class)
                .hasMessageContaining("Did you mean \"vpc\"?");
        assertThatThrownBy(() -> run("atmos_list_components", Map.of("stack", "acme-prd")))
                .isInstanceOf(ToolFailure.class)
                .hasMessageContaining("Did you mean \"acme-prod\"?");
        assertThatThrownBy(() -> run(
                        "atmos_describe_component",
                        Map.of("component", "vpc", "stack", "acme-prod", "path", "vars.retenton")))
                .hasMessageContaining("Did you mean \"retention\"?");
        assertThatThrownBy(() -> run("atmos_describe_dependents", Map.of("component", "vpk")))
                .hasMessageContaining("Did you mean \"vpc\"?");
        assertThatThrownBy(() -> run("atmos_describe_workflows", Map.of("workflow", "everythin")))
                .hasMessageContaining("Did you mean \"everything\"?");
    }

    @Test
    void describesStacksAFewAtATime() throws Exception {
        assertThat(run("atmos_describe_stacks", Map.of("component", "vpc", "sections", "vars, metadata"))
                        .output())
                .contains("acme-dev:", "acme-prod:", "retention: 14", "retention: 35", "inherits:")
                .doesNotContain("label");
        for (int i = 0; i < 30; i++) {
            write(
                    "stacks/deploy/s%02d.yaml".formatted(i),
                    "import: [catalog/vpc]\nvars: {tenant: t, stage: s%d}\n".formatted(i));
        }
        assertThat(run("atmos_describe_stacks", Map.of()).output())
                .contains("… 13 more; call atmos_describe_stacks again with skip=20");
    }

    @Test
    void saysWhatDependsOnAComponent() throws Exception {
        assertThat(run("atmos_describe_dependents", Map.of("component", "vpc")).output())
                .isEqualTo("app in acme-prod: on vpc in acme-prod\n");
        assertThat(run("atmos_describe_dependents", Map.of("component", "vpc", "stack", "acme-dev"))
                        .output())
                .startsWith("Nothing depends on vpc in acme-dev");
    }

    @Test
    void explainsAValueByItsPathOrByItsNameAlone() throws Exception {
        String byPath = run(
                        "atmos_explain_value",
                        Map.of("component", "vpc", "stack", "acme-prod", "path", "vars.retention"))
                .output();
        assertThat(byPath)
                .startsWith("vars.retention of vpc in acme-prod is 35\n")
                .contains("  stacks/catalog/vpc.yaml:5:25: 14 (inherited from vpc/defaults)")
                .contains("→ stacks/deploy/prod.yaml:7:20: 35 (the component)");
        assertThat(run("atmos_explain_value", Map.of("stack", "acme-prod", "path", "retention"))
                        .output())
                .isEqualTo(byPath);
        assertThatThrownBy(() -> run("atmos_explain_value", Map.of("stack", "acme-prod", "path", "nonsense")))
                .hasMessageContaining("No component of the stack acme-prod has a value \"nonsense\"");
    }

    @Test
    void listsAndDescribesWorkflows() throws Exception {
        assertThat(run("atmos_list_workflows", Map.of()).output())
                .isEqualTo("everything: deploy.yaml, Roll out all of it\n");
        assertThat(run("atmos_describe_workflows", Map.of("workflow", "everything"))
                        .output())
                .contains("command: terraform apply vpc -auto-approve");
    }

    @Test
    void aBrokenFileIsNamedWithItsLineAndTheLastGoodStateIsShown() throws Exception {
        assertThat(run("atmos_validate_stacks", Map.of()).summary()).isEqualTo("nothing wrong");
        write("stacks/deploy/dev.yaml", "import: [catalog/vpc]\nvars: {tenant: acme\n");

        assertThat(run("atmos_validate_stacks", Map.of()).output()).contains("stacks/deploy/dev.yaml:");
        assertThat(run("atmos_list_stacks", Map.of()).output())
                .startsWith("Note: the files can't be understood")
                .contains("acme-dev");
    }

    @Test
    void whatIsClosedToTheAssistantStaysClosed() throws Exception {
        write(".atmosignore", "stacks/deploy/prod.yaml\n");

        assertThatThrownBy(() -> run("atmos_describe_component", Map.of("component", "vpc", "stack", "acme-prod")))
                .hasMessageContaining(".atmosignore");
        assertThatThrownBy(() -> run(
                        "atmos_explain_value",
                        Map.of("component", "vpc", "stack", "acme-prod", "path", "vars.retention")))
                .hasMessageContaining(".atmosignore");
        assertThat(run("atmos_describe_stacks", Map.of()).output()).doesNotContain("35");
    }

    @Test
    void aProblemInAClosedFileIsCountedAndNotShown() throws Exception {
        write(".atmosignore", "stacks/catalog/secret.yaml\n");
        write("stacks/catalog/secret.yaml", "vars: {token: s3cret\n");
        write("stacks/catalog/open.yaml", "components: [\n");

        String answer = run("atmos_validate_stacks", Map.of()).output();

        assertThat(answer)
                .contains("stacks/catalog/open.yaml", "1 more problem in files that the project's .atmosignore closes")
                .doesNotContain("secret.yaml", "s3cret");
    }

    @Test
    void whatTheSessionWroteIsSaidNotToBeInTheAnswer() throws Exception {
        written.put("stacks/deploy/new.yaml", "vars: {}\n");

        assertThat(run("atmos_list_stacks", Map.of()).output())
                .startsWith("Note: what this session wrote (stacks/deploy/new.yaml) is not in here");
    }

    @Test
    void aFolderWithoutStacksIsSaidInWords(@TempDir Path empty) {
        Tool tool = tools.find("atmos_list_stacks").orElseThrow();
        ToolContext context = new ToolContext(new SessionCopy(new ProjectFolder(empty), Map.of()), null);

        assertThatThrownBy(() -> tool.run(Arguments.of(tool.spec(), Map.of()), context))
                .isInstanceOf(ToolFailure.class)
                .hasMessageContaining("There is no folder stacks");
    }

    @Test
    void allOfThemOnlyReadAndAreAllowed() {
        assertThat(tools.specs()).hasSize(9).allMatch(spec -> spec.effect() == Effect.READS);
        assertThat(tools.specs())
                .allMatch(spec ->
                        Policy.builtIn().ruling(spec.name(), Optional.empty()).verb() == Verb.ALLOW);
    }

    @Test
    void theBuiltInAssistantAnswersFromThem() {
        assertThat(ask("What stacks are there?")).contains("acme-dev: 1 component", "acme-prod: 2 components");
        assertThat(ask("describe vpc in acme-prod")).contains("```yaml", "retention: 35");
        assertThat(ask("Why is retention 35 in acme-prod?"))
                .contains("vars.retention of vpc in acme-prod is 35", "→ stacks/deploy/prod.yaml:7:20");
        assertThat(ask("why is vars.zones of vpc 2 in acme-prod")).contains("stacks/catalog/vpc.yaml:5:");
        assertThat(ask("What depends on vpc?")).contains("app in acme-prod: on vpc in acme-prod");
        assertThat(ask("what depends on vpc in acme-dev")).contains("Nothing depends on vpc in acme-dev");
        assertThat(ask("which components are in acme-prod?")).contains("app: terraform");
        assertThat(ask("which workflows are there?")).contains("Roll out all of it");
        assertThat(ask("describe workflow everything")).contains("terraform apply vpc");
        assertThat(ask("Check the stacks")).contains("All stacks can be read");
        assertThat(ask("describe vpk in acme-prod")).contains("I can't tell.", "Did you mean \"vpc\"?");
    }

    private String ask(String question) {
        LocalConversation conversation = new LocalConversation(
                new Assistant(new BuiltInAssistant(Duration.ZERO), FileTools.with(StackTools.inServer())),
                root,
                "Ana",
                approval -> {
                    throw new AssertionError("asked for " + approval.words());
                },
                new SessionListener() {
                    @Override
                    public void event(SessionEvent event) {}

                    @Override
                    public void text(LiveText text) {}

                    @Override
                    public void ended(HubException why) {}
                });
        assertThat(conversation.say(Message.of(question), Cancellation.NEVER)).isEqualTo(Ending.FINISHED);
        String said = conversation.events().stream()
                .map(SessionEvent::what)
                .filter(Happening.AssistantText.class::isInstance)
                .map(what -> ((Happening.AssistantText) what).text())
                .collect(Collectors.joining("\n"));
        assertThat(said).startsWith("*No model is configured, so this is the built-in assistant");
        return said;
    }

    private ToolResult run(String name, Map<String, Object> arguments) throws Exception {
        Tool tool = tools.find(name).orElseThrow();
        return tool.run(
                Arguments.of(tool.spec(), arguments),
                new ToolContext(new SessionCopy(new ProjectFolder(root), written), null));
    }

    private void write(String path, String content) throws Exception {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
