package io.atmoshub.providers;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import io.atmoshub.assistant.Cancellation;
import io.atmoshub.assistant.model.Usage;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What differs from provider to provider: how its model is made, and how its answers are to be read.
interface Wire {
    /// A model for one turn. Asking it returns when its stream has ended.
    StreamingChatModel model(ProviderSettings settings, HttpClientBuilder http, Cancellation cancellation);

    /// Its tokens, counted as everybody's; `told` is what LangChain4j understood.
    default Usage usage(ProviderSettings settings, TokenUsage told) {
        return plain(settings, number(told.inputTokenCount()), 0, 0, number(told.outputTokenCount()));
    }

    /// Why it stopped; null when the stream ended before it said so.
    default @Nullable FinishReason finish(ChatResponse response) {
        return response.metadata().finishReason();
    }

    /// What stands in the last piece of a stream, and only there, for a provider of which LangChain4j can't tell
    /// whether a stream is complete.
    default Optional<String> lastWord() {
        return Optional.empty();
    }

    static Usage plain(ProviderSettings settings, long input, long cached, long cacheCreation, long output) {
        return new Usage(
                settings.provider().id(), settings.model(), Math.max(0, input), cached, cacheCreation, output, false);
    }

    static long number(@Nullable Integer tokens) {
        return tokens == null ? 0 : Math.max(0, tokens);
    }

    static Wire of(Provider provider) {
        return switch (provider) {
            case ANTHROPIC -> new AnthropicWire();
            case OPENAI, GROK, AZURE_OPENAI -> new OpenAiWire();
            case GEMINI -> new GeminiWire();
            case OLLAMA -> new OllamaWire();
            case BEDROCK -> new BedrockWire();
        };
    }
}
