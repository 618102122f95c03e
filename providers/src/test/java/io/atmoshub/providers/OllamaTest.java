package io.atmoshub.providers;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.assistant.Cancellation;
import io.atmoshub.hub.HubJson;
import io.atmoshub.providers.http.Patience;
import java.util.List;
import org.junit.jupiter.api.Test;

class OllamaTest extends ProviderContract {
    @Override
    WireFormat format() {
        return new OllamaFormat();
    }

    @Test
    void itIsToldHowMuchToLookAt() throws Exception {
        plays(format -> List.of(format.text("Hello"), format.finish(WireFormat.End.COMPLETE)));
        ProviderSettings settings =
                format().settings(loopback.address()).withContext(40_000).with(Patience.USUAL);

        new ProviderModel(settings).answer(QUESTION, new Said(), Cancellation.NEVER);

        assertThat(HubJson.mapper()
                        .readTree(loopback.received().getFirst().body())
                        .path("options")
                        .path("num_ctx")
                        .asInt())
                .isEqualTo(40_000);
    }
}
