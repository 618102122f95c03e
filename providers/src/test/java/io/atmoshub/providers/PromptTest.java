package io.atmoshub.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ChatMessageType;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import io.atmoshub.assistant.model.ModelRequest;
import io.atmoshub.assistant.model.Turn;
import io.atmoshub.hub.session.CallId;
import io.atmoshub.hub.session.Outcome;
import io.atmoshub.hub.session.ToolCall;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PromptTest {
    @Test
    void peopleAndTheAssistantTakeTurns() {
        List<ChatMessage> messages = messages(
                new Turn.Asked("Ana", "One"),
                new Turn.Asked("Ana", "Two"),
                new Turn.Said("Yes"),
                new Turn.Said("and no"),
                new Turn.Asked("Ana", "Three"));

        assertThat(messages)
                .extracting(ChatMessage::type)
                .containsExactly(ChatMessageType.USER, ChatMessageType.AI, ChatMessageType.USER);
        assertThat(((UserMessage) messages.getFirst()).contents())
                .containsExactly(TextContent.from("One"), TextContent.from("Two"));
        assertThat(((AiMessage) messages.get(1)).text()).isEqualTo("Yes\n\nand no");
    }

    @Test
    void namesAreToldWhenSeveralPeopleSpeak() {
        List<ChatMessage> messages = messages(new Turn.Asked("Ana", "One"), new Turn.Asked("Ben", "Two"));

        assertThat(((UserMessage) messages.getFirst()).contents())
                .containsExactly(TextContent.from("Ana: One"), TextContent.from("Ben: Two"));
    }

    @Test
    void equalArgumentsBecomeEqualBytes() {
        ToolCall call = new ToolCall(CallId.random(), "t", Map.of("b", 2, "a", 1, "c", Map.of("z", 1, "y", 2)));

        List<ChatMessage> messages = messages(
                new Turn.Asked("Ana", "?"), new Turn.Called(call), new Turn.Returned(call.id(), Outcome.OK, ""));

        assertThat(((AiMessage) messages.get(1))
                        .toolExecutionRequests()
                        .getFirst()
                        .arguments())
                .isEqualTo("{\"a\":1,\"b\":2,\"c\":{\"y\":2,\"z\":1}}");
        assertThat(((ToolExecutionResultMessage) messages.get(2)).text()).isEqualTo("(nothing)");
    }

    @Test
    void aNameThatAModelMadeUpIsMadeFitForProviders() {
        ToolCall call = new ToolCall(CallId.random(), "rm -rf /; " + "x".repeat(80), Map.of());

        List<ChatMessage> messages = messages(
                new Turn.Asked("Ana", "?"), new Turn.Called(call), new Turn.Returned(call.id(), Outcome.FAILED, "no"));

        assertThat(((AiMessage) messages.get(1))
                        .toolExecutionRequests()
                        .getFirst()
                        .name())
                .matches("[A-Za-z0-9_-]{1,64}")
                .startsWith("rm_-rf");
        ToolExecutionResultMessage result = (ToolExecutionResultMessage) messages.get(2);
        assertThat(result.isError()).isTrue();
        assertThat(result.toolName()).startsWith("rm_-rf");
    }

    private static List<ChatMessage> messages(Turn... turns) {
        return Prompt.of(new ModelRequest(List.of(turns), List.of())).messages();
    }
}
