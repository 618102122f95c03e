package io.atmoshub.providers;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import dev.langchain4j.model.output.FinishReason;
import io.atmoshub.assistant.Cancellation;
import java.util.Map;

/// Ollama's own chat, line by line. It has no cache to pay for.
final class OllamaWire implements Wire {
    @Override
    public StreamingChatModel model(ProviderSettings settings, HttpClientBuilder http, Cancellation cancellation) {
        var model = OllamaStreamingChatModel.builder()
                .httpClientBuilder(new PutRight(http, body -> body, CountedCalls::new))
                // Where it speaks like OpenAI it can't be told how much to look at.
                .baseUrl(settings.addressEnding("").replaceFirst("/v1$", ""))
                .modelName(settings.model())
                .numPredict(settings.maxTokens())
                .numCtx(settings.context());
        if (settings.key() != null) {
            model.customHeaders(Map.of("Authorization", "Bearer " + settings.keyText()));
        }
        return model.build();
    }

    /// Older ones say that they are done, and not why.
    @Override
    public FinishReason finish(ChatResponse response) {
        FinishReason told = response.metadata().finishReason();
        return told == null ? FinishReason.STOP : told;
    }
}
