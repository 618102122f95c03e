package io.atmoshub.providers;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.assistant.Cancellation;
import io.atmoshub.assistant.model.ModelRequest;
import io.atmoshub.assistant.model.Turn;
import io.atmoshub.hub.HubJson;
import io.atmoshub.hub.session.CallId;
import io.atmoshub.hub.session.Outcome;
import io.atmoshub.hub.session.ToolCall;
import io.atmoshub.providers.http.Patience;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class GeminiTest extends ProviderContract {
    @Override
    WireFormat format() {
        return new GeminiFormat();
    }

    @Test
    void aPromptThatIsBlockedIsToldAsARefusal() {
        plays(format -> List.of(WireFormat.bytes("data: {\"promptFeedback\":{\"blockReason\":\"SAFETY\"}}\r\n\r\n")));

        assertThat(failure(provider(Patience.USUAL), new Said()).reason()).contains("refused to answer");
    }

    @Test
    void resultsOfCallsThatCameTogetherStandInOneMessage() throws Exception {
        plays(format -> List.of(format.text("Hello"), format.finish(WireFormat.End.COMPLETE)));
        ToolCall a = new ToolCall(CallId.random(), "file_read", Map.of("path", "a"));
        ToolCall b = new ToolCall(CallId.random(), "file_read", Map.of("path", "b"));
        ModelRequest request = new ModelRequest(
                "",
                List.of(
                        new Turn.Asked("Ana", "?"),
                        new Turn.Called(a),
                        new Turn.Called(b),
                        new Turn.Returned(a.id(), Outcome.OK, "1"),
                        new Turn.Returned(b.id(), Outcome.OK, "2"),
                        new Turn.Asked("Ana", "And?")),
                List.of(READ));

        provider(Patience.USUAL).answer(request, new Said(), Cancellation.NEVER);

        JsonNode contents =
                HubJson.mapper().readTree(loopback.received().getFirst().body()).path("contents");
        assertThat(contents).extracting(content -> content.path("parts").size()).containsExactly(1, 2, 2, 1);
    }

    @Test
    void newerModelsAreToldToTakeCallsWithoutTheirThoughts() throws Exception {
        plays(format -> List.of(format.text("Hello"), format.finish(WireFormat.End.COMPLETE)));
        ToolCall call = new ToolCall(CallId.random(), "file_read", Map.of("path", "a"));
        ModelRequest request = new ModelRequest(
                "",
                List.of(
                        new Turn.Asked("Ana", "?"),
                        new Turn.Called(call),
                        new Turn.Returned(call.id(), Outcome.OK, "1")),
                List.of(READ));
        ProviderSettings newer = ProviderSettings.of(Provider.GEMINI, "gemini-3-pro", new Secret("AIza-test"))
                .at(loopback.address());

        provider(Patience.USUAL).answer(request, new Said(), Cancellation.NEVER);
        new ProviderModel(newer).answer(request, new Said(), Cancellation.NEVER);

        assertThat(loopback.received().get(0).body()).doesNotContain("thoughtSignature");
        assertThat(loopback.received().get(1).body())
                .containsPattern("\"thoughtSignature\"\\s*:\\s*\"skip_thought_signature_validator\"");
    }
}
