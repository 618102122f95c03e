package io.atmoshub.providers;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.bedrock.BedrockCachePointPlacement;
import dev.langchain4j.model.bedrock.BedrockChatRequestParameters;
import dev.langchain4j.model.bedrock.BedrockStreamingChatModel;
import dev.langchain4j.model.bedrock.BedrockTokenUsage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.output.TokenUsage;
import io.atmoshub.assistant.Cancellation;
import io.atmoshub.assistant.model.Usage;
import io.atmoshub.providers.http.StreamingHttpBuilder;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;

/// AWS Bedrock's Converse, through AWS's own client and our HTTP. Models that can be cached are, up to the last
/// question.
final class BedrockWire implements Wire {
    private @Nullable BedrockRuntimeAsyncClient client;

    @Override
    public StreamingChatModel model(ProviderSettings settings, HttpClientBuilder http, Cancellation cancellation) {
        BedrockChatRequestParameters.Builder parameters = BedrockChatRequestParameters.builder()
                .modelName(settings.model())
                .maxOutputTokens(settings.maxTokens());
        if (settings.model().matches(".*(anthropic\\.claude|amazon\\.nova).*")) {
            parameters.promptCaching(BedrockCachePointPlacement.AFTER_LAST_USER_MESSAGE);
        }
        StreamingChatModel model = BedrockStreamingChatModel.builder()
                .client(client(settings))
                .modelId(settings.model())
                .defaultRequestParameters(parameters.build())
                .build();
        return new BedrockTurn(model, ((StreamingHttpBuilder) http)::upstream);
    }

    /// Its input leaves out what came from the cache or went into it.
    @Override
    public Usage usage(ProviderSettings settings, TokenUsage told) {
        if (told instanceof BedrockTokenUsage usage) {
            return Wire.plain(
                    settings,
                    Wire.number(usage.inputTokenCount()),
                    Wire.number(usage.cacheReadInputTokens()),
                    Wire.number(usage.cacheWriteInputTokens()),
                    Wire.number(usage.outputTokenCount()));
        }
        return Wire.super.usage(settings, told);
    }

    private synchronized BedrockRuntimeAsyncClient client(ProviderSettings settings) {
        if (client == null) {
            client = BedrockTurn.client(settings);
        }
        return client;
    }
}
