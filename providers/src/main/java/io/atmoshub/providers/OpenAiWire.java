package io.atmoshub.providers;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiTokenUsage;
import dev.langchain4j.model.output.TokenUsage;
import io.atmoshub.assistant.Cancellation;
import io.atmoshub.assistant.model.Usage;
import java.util.Map;

/// OpenAI's chat completions, which xAI and Azure speak as well. All three cache by themselves.
final class OpenAiWire implements Wire {
    @Override
    public StreamingChatModel model(ProviderSettings settings, HttpClientBuilder http, Cancellation cancellation) {
        OpenAiStreamingChatModel.OpenAiStreamingChatModelBuilder model = OpenAiStreamingChatModel.builder()
                .httpClientBuilder(http)
                .modelName(settings.model())
                // Some that speak like OpenAI repeat a call's id with every piece of it.
                .accumulateToolCallId(false);
        switch (settings.provider()) {
            case AZURE_OPENAI -> {
                model.baseUrl(settings.addressEnding("/openai/v1")).maxCompletionTokens(settings.maxTokens());
                model.customHeaders(
                        settings.key() != null
                                ? Map.of("api-key", settings.keyText())
                                : Map.of("Authorization", "Bearer " + AzureIdentity.OF_MACHINE.token(cancellation)));
            }
            // Models of OpenAI that think refuse max_tokens.
            case OPENAI ->
                model.baseUrl(settings.addressEnding("/v1"))
                        .apiKey(settings.keyText())
                        .maxCompletionTokens(settings.maxTokens());
            case GROK, ANTHROPIC, GEMINI, OLLAMA, BEDROCK ->
                model.baseUrl(settings.addressEnding("/v1"))
                        .apiKey(settings.keyText())
                        .maxTokens(settings.maxTokens());
        }
        return model.build();
    }

    /// Their input contains what came from the cache. xAI leaves thinking out of the output, but not out of the
    /// total.
    @Override
    public Usage usage(ProviderSettings settings, TokenUsage told) {
        long input = Wire.number(told.inputTokenCount());
        long cached = told instanceof OpenAiTokenUsage usage && usage.inputTokensDetails() != null
                ? Wire.number(usage.inputTokensDetails().cachedTokens())
                : 0;
        long output = Math.max(Wire.number(told.outputTokenCount()), Wire.number(told.totalTokenCount()) - input);
        return Wire.plain(settings, input - cached, cached, 0, output);
    }
}
