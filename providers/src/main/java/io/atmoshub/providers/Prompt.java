package io.atmoshub.providers;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.Content;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import io.atmoshub.assistant.model.ModelRequest;
import io.atmoshub.assistant.model.Turn;
import io.atmoshub.assistant.tool.Parameter;
import io.atmoshub.assistant.tool.ToolSpec;
import io.atmoshub.hub.HubJson;
import io.atmoshub.hub.session.CallId;
import io.atmoshub.hub.session.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A request in LangChain4j's words. People and the assistant take turns in it, as every provider wants, and
/// equal conversations become equal bytes, which is what providers' caches go by.
final class Prompt {
    /// The last message is where the cached part of the next request ends.
    private static final Map<String, Object> CACHED = Map.of("cache_control", "ephemeral");

    /// Lets Gemini take calls whose thoughts it was not given back, as after a change of the model.
    private static final Map<String, Object> THOUGHT_ELSEWHERE =
            Map.of("thinking_signature", "skip_thought_signature_validator");

    private static final String GO_ON =
            "(You were interrupted here. Go on exactly where your text ends, without repeating any of it.)";

    private final boolean severalPeople;
    private final Map<CallId, String> tools = new HashMap<>();
    private final List<ChatMessage> messages = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private final StringBuilder said = new StringBuilder();
    private final List<ToolExecutionRequest> called = new ArrayList<>();

    private Prompt(List<Turn> turns) {
        severalPeople = turns.stream()
                        .filter(Turn.Asked.class::isInstance)
                        .map(turn -> ((Turn.Asked) turn).person())
                        .distinct()
                        .count()
                > 1;
    }

    static ChatRequest of(ModelRequest request) {
        Prompt prompt = new Prompt(request.turns());
        if (!request.system().isBlank()) {
            prompt.messages.add(SystemMessage.from(request.system()));
        }
        request.turns().forEach(prompt::add);
        prompt.assistantEnds();
        if (!prompt.messages.isEmpty() && prompt.messages.getLast() instanceof AiMessage && prompt.asked.isEmpty()) {
            prompt.asked.add(GO_ON);
        }
        prompt.peopleEnd();
        prompt.markLast();
        return ChatRequest.builder()
                .messages(prompt.messages)
                .toolSpecifications(request.tools().stream().map(Prompt::tool).toList())
                .build();
    }

    private void add(Turn turn) {
        switch (turn) {
            case Turn.Asked(String person, String text) -> {
                assistantEnds();
                asked.add(severalPeople ? person + ": " + text : text);
            }
            case Turn.Said(String text) -> {
                peopleEnd();
                if (!called.isEmpty()) {
                    assistantEnds();
                }
                said.append(said.isEmpty() ? "" : "\n\n").append(text);
            }
            case Turn.Called called -> {
                peopleEnd();
                tools.put(called.call().id(), name(called.call().tool()));
                this.called.add(ToolExecutionRequest.builder()
                        .id(called.call().id().toString())
                        .name(name(called.call().tool()))
                        .arguments(HubJson.canonical(called.call().arguments()))
                        .build());
            }
            case Turn.Returned(CallId call, Outcome outcome, String output) -> {
                assistantEnds();
                messages.add(ToolExecutionResultMessage.builder()
                        .id(call.toString())
                        .toolName(tools.getOrDefault(call, "unknown"))
                        .text(output.isBlank() ? "(nothing)" : output)
                        .isError(outcome != Outcome.OK)
                        .build());
            }
        }
    }

    /// What several people say in a row is one message with a part for each.
    private void peopleEnd() {
        if (!asked.isEmpty()) {
            messages.add(UserMessage.from(asked.stream()
                    .<Content>map(text -> TextContent.from(text.isBlank() ? "…" : text))
                    .toList()));
            asked.clear();
        }
    }

    private void assistantEnds() {
        if (said.isEmpty() && called.isEmpty()) {
            return;
        }
        AiMessage.Builder message = AiMessage.builder();
        if (!said.toString().isBlank()) {
            message.text(said.toString().stripTrailing());
        }
        if (!called.isEmpty()) {
            message.toolExecutionRequests(List.copyOf(called)).attributes(THOUGHT_ELSEWHERE);
        }
        messages.add(message.build());
        said.setLength(0);
        called.clear();
    }

    private void markLast() {
        if (messages.isEmpty()) {
            return;
        }
        ChatMessage last = messages.removeLast();
        messages.add(
                switch (last) {
                    case UserMessage user -> user.toBuilder().attributes(CACHED).build();
                    case ToolExecutionResultMessage result ->
                        result.toBuilder().attributes(CACHED).build();
                    default -> last;
                });
    }

    /// Providers take letters, digits, _ and -; a model may have made up something else.
    private static String name(String tool) {
        String plain = tool.replaceAll("[^A-Za-z0-9_-]", "_");
        return plain.isEmpty() ? "_" : plain.substring(0, Math.min(64, plain.length()));
    }

    private static ToolSpecification tool(ToolSpec spec) {
        JsonObjectSchema.Builder schema = JsonObjectSchema.builder();
        for (Parameter parameter : spec.parameters()) {
            switch (parameter.type()) {
                case STRING -> schema.addStringProperty(parameter.name(), parameter.description());
                case INTEGER -> schema.addIntegerProperty(parameter.name(), parameter.description());
                case BOOLEAN -> schema.addBooleanProperty(parameter.name(), parameter.description());
            }
        }
        schema.required(spec.parameters().stream()
                .filter(Parameter::required)
                .map(Parameter::name)
                .toList());
        return ToolSpecification.builder()
                .name(spec.name())
                .description(spec.description())
                .parameters(schema.build())
                .build();
    }
}
