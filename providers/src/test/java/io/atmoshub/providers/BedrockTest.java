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

class BedrockTest extends ProviderContract {
    @Override
    WireFormat format() {
        return new BedrockFormat();
    }

    @Test
    void theLastQuestionIsCachedWhereTheModelCanDoThat() throws Exception {
        plays(format -> List.of(format.text("Hello"), format.finish(WireFormat.End.COMPLETE)));
        ModelRequest request = new ModelRequest(
                "You are a test.",
                List.of(new Turn.Asked("Ana", "One?"), new Turn.Said("Yes."), new Turn.Asked("Ana", "Two?")),
                List.of());
        ProviderSettings llama = ProviderSettings.of(
                        Provider.BEDROCK, "meta.llama3-1-70b-instruct-v1:0", new Secret("AKIATEST:secret"))
                .at(loopback.address());

        provider(Patience.USUAL).answer(request, new Said(), Cancellation.NEVER);
        new ProviderModel(llama).answer(request, new Said(), Cancellation.NEVER);

        assertThat(history(0)).containsExactly("user: One?", "assistant: Yes.", "user: Two? [cached]");
        assertThat(history(1)).containsExactly("user: One?", "assistant: Yes.", "user: Two?");
    }

    @Test
    void anApiKeyOfBedrocksOwnIsABearersToken() throws Exception {
        plays(format -> List.of(format.text("Hello"), format.finish(WireFormat.End.COMPLETE)));
        ProviderSettings settings = ProviderSettings.of(
                        Provider.BEDROCK, "amazon.nova-pro-v1:0", new Secret("bedrock-api-key-test"))
                .at(loopback.address());

        new ProviderModel(settings).answer(QUESTION, new Said(), Cancellation.NEVER);

        assertThat(loopback.received().getFirst().headers())
                .containsEntry("Authorization", "Bearer bedrock-api-key-test");
    }

    private List<String> history(int request) {
        JsonNode body =
                HubJson.mapper().readTree(loopback.received().get(request).body());
        return format().history(body);
    }
}
