package io.atmoshub.assistant.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.assistant.Cancellation;
import io.atmoshub.assistant.agent.Agents;
import io.atmoshub.assistant.conversation.Assistant;
import io.atmoshub.assistant.conversation.Ending;
import io.atmoshub.assistant.local.LocalConversation;
import io.atmoshub.assistant.tool.file.FileTools;
import io.atmoshub.assistant.tool.stack.StackTools;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.session.Answer;
import io.atmoshub.hub.session.Choice;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.LiveText;
import io.atmoshub.hub.session.Message;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.hub.session.SessionListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// For each agent a question about the example project: which tools are called, and the sense of the answer. The
/// built-in assistant answers, so it is the agents' tools that are tested here, and not their prompts.
@Timeout(60)
class AgentQuestionsTest {
    private final List<Happening.ApprovalAsked> asked = new ArrayList<>();
    private final LocalConversation conversation = conversation();

    @Test
    void general() {
        assertThat(ask("general", "What is in this project?")).contains("Mossgate");
        assertThat(tools()).contains("file_read", "file_list");

        assertThat(ask("general", "Remember that dev has one NAT gateway")).contains("Remembered");
        assertThat(asked).singleElement().satisfies(asked -> {
            assertThat(asked.change().path()).isEqualTo("ATMOS.md");
            assertThat(asked.change().after())
                    .startsWith(asked.change().before())
                    .contains("dev has one NAT gateway");
        });
    }

    @Test
    void stackAnalyzer() {
        assertThat(ask("stack-analyzer", "What depends on vpc?")).contains("on vpc");
        assertThat(tools()).containsExactly("atmos_describe_dependents");

        assertThat(ask("stack-analyzer", "write a note to docs/x.md: hello")).contains("could not write");
        assertThat(asked).isEmpty();
    }

    @Test
    void componentRefactor() {
        assertThat(ask("component-refactor", "What does the vpc component do?")).contains("components/terraform/vpc");
        assertThat(tools()).contains("file_read");

        assertThat(ask("component-refactor", "write a note to docs/x.md: hello"))
                .contains("is written in this session");
        assertThat(asked).hasSize(1);
    }

    @Test
    void securityAuditor() {
        assertThat(ask("security-auditor", "Where is deletion_protection set?")).contains("deletion_protection");
        assertThat(tools()).contains("file_search");

        assertThat(ask("security-auditor", "Remember that dev has one NAT gateway"))
                .contains("could not write it down");
        assertThat(asked).isEmpty();
    }

    @Test
    void configValidator() {
        assertThat(ask("config-validator", "Check the stacks")).contains("All stacks can be read");
        assertThat(tools()).containsExactly("atmos_validate_stacks");

        assertThat(ask("config-validator", "write a note to docs/x.md: hello")).contains("could not write");
        assertThat(asked).isEmpty();
    }

    private String ask(String agent, String question) {
        conversation.choose(Agents.BUILT_IN.find(agent).orElseThrow());
        int before = conversation.events().size();
        assertThat(conversation.say(Message.of(question), Cancellation.NEVER)).isEqualTo(Ending.FINISHED);
        return conversation.events().stream()
                .skip(before)
                .map(SessionEvent::what)
                .filter(Happening.AssistantText.class::isInstance)
                .map(what -> ((Happening.AssistantText) what).text())
                .collect(Collectors.joining("\n"));
    }

    private List<String> tools() {
        return conversation.events().stream()
                .map(SessionEvent::what)
                .filter(Happening.ToolCalled.class::isInstance)
                .map(what -> ((Happening.ToolCalled) what).call().tool())
                .toList();
    }

    private LocalConversation conversation() {
        return new LocalConversation(
                new Assistant(new BuiltInAssistant(Duration.ZERO), FileTools.with(StackTools.inServer())),
                example(),
                "Ana",
                approval -> {
                    asked.add(approval);
                    return new Answer(approval.call(), approval.fingerprint(), Choice.ALLOW_ONCE, null);
                },
                new SessionListener() {
                    @Override
                    public void event(SessionEvent event) {}

                    @Override
                    public void text(LiveText text) {}

                    @Override
                    public void ended(HubException why) {}
                });
    }

    private static Path example() {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(at.resolve("examples/mossgate"))) {
            at = at.getParent();
        }
        return at.resolve("examples/mossgate");
    }
}
