package io.atmoshub.providers;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicChatResponseMetadata;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.anthropic.AnthropicTokenUsage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import io.atmoshub.assistant.Cancellation;
import io.atmoshub.assistant.model.Usage;
import org.jspecify.annotations.Nullable;

/// Anthropic's messages. Tools, system prompt and the conversation up to its last message are kept in its cache.
final class AnthropicWire implements Wire {
    @Override
    public StreamingChatModel model(ProviderSettings settings, HttpClientBuilder http, Cancellation cancellation) {
        return AnthropicStreamingChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(settings.addressEnding("/v1"))
                .apiKey(settings.keyText())
                .modelName(settings.model())
                .maxTokens(settings.maxTokens())
                .cacheSystemMessages(true)
                .cacheTools(true)
                .build();
    }

    /// Its input leaves out what came from the cache or went into it.
    @Override
    public Usage usage(ProviderSettings settings, TokenUsage told) {
        if (told instanceof AnthropicTokenUsage usage) {
            return Wire.plain(
                    settings,
                    Wire.number(usage.inputTokenCount()),
                    Wire.number(usage.cacheReadInputTokens()),
                    Wire.number(usage.cacheCreationInputTokens()),
                    Wire.number(usage.outputTokenCount()));
        }
        return Wire.super.usage(settings, told);
    }

    @Override
    public @Nullable FinishReason finish(ChatResponse response) {
        FinishReason told = response.metadata().finishReason();
        if (told == FinishReason.OTHER && response.metadata() instanceof AnthropicChatResponseMetadata metadata) {
            // LangChain4j does not know a refusal from other endings.
            boolean refused = metadata.rawServerSentEvents().stream()
                    .anyMatch(event -> event.data().matches("(?s).*\"stop_reason\"\\s*:\\s*\"refusal\".*"));
            boolean full = metadata.rawServerSentEvents().stream()
                    .anyMatch(event -> event.data().contains("\"model_context_window_exceeded\""));
            return refused ? FinishReason.CONTENT_FILTER : full ? FinishReason.LENGTH : told;
        }
        return told;
    }
}
