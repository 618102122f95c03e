package io.atmoshub.providers;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.assistant.Cancellation;
import io.atmoshub.assistant.model.ModelRequest;
import io.atmoshub.assistant.model.Turn;
import io.atmoshub.hub.HubJson;
import io.atmoshub.providers.http.Patience;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AnthropicTest extends ProviderContract {
    @Override
    WireFormat format() {
        return new AnthropicFormat();
    }

    @Test
    void toolsSystemPromptAndTheLastMessageAreCached() throws Exception {
        plays(format -> List.of(format.text("Hello"), format.finish(WireFormat.End.COMPLETE)));
        ModelRequest request = new ModelRequest(
                "You are a test.",
                List.of(new Turn.Asked("Ana", "One?"), new Turn.Said("Yes."), new Turn.Asked("Ana", "Two?")),
                List.of(READ));

        provider(Patience.USUAL).answer(request, new Said(), Cancellation.NEVER);

        JsonNode body = HubJson.mapper().readTree(loopback.received().getFirst().body());
        assertThat(format().system(body)).isEqualTo("You are a test. [cached]");
        assertThat(format().tools(body)).singleElement().asString().endsWith("[cached]");
        assertThat(format().history(body)).containsExactly("user: One?", "assistant: Yes.", "user: Two? [cached]");
    }
}
