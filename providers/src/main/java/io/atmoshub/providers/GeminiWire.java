package io.atmoshub.providers;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiStreamingChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiTokenUsage;
import dev.langchain4j.model.output.TokenUsage;
import io.atmoshub.assistant.Cancellation;
import io.atmoshub.assistant.model.Usage;
import io.atmoshub.hub.HubJson;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Google's generateContent. It caches by itself.
final class GeminiWire implements Wire {
    @Override
    public StreamingChatModel model(ProviderSettings settings, HttpClientBuilder http, Cancellation cancellation) {
        // From the third generation on it takes calls back with a word about their thoughts only.
        boolean wantsThoughts = !settings.model().matches("(models/)?gemini-[12][.-].*");
        return GoogleAiGeminiStreamingChatModel.builder()
                .httpClientBuilder(new PutRight(http, GeminiWire::joined, () -> data -> data))
                .baseUrl(settings.addressEnding("/v1beta"))
                .apiKey(settings.keyText())
                .modelName(settings.model().replaceFirst("^models/", ""))
                .maxOutputTokens(settings.maxTokens())
                .sendThinking(wantsThoughts)
                .returnThinking(false)
                .build();
    }

    /// Gemini wants the results of calls that came together in one message; LangChain4j sends one for each.
    private static String joined(String body) {
        JsonNode request = HubJson.mapper().readTree(body);
        if (!(request instanceof ObjectNode object)) {
            return body;
        }
        ArrayNode contents = object.arrayNode();
        for (JsonNode content : object.path("contents")) {
            JsonNode last = contents.path(contents.size() - 1);
            if (isResult(last)
                    && isResult(content)
                    && last.path("parts") instanceof ArrayNode parts
                    && content.path("parts") instanceof ArrayNode more) {
                parts.addAll(more);
            } else {
                contents.add(content);
            }
        }
        object.set("contents", contents);
        return HubJson.write(object);
    }

    private static boolean isResult(JsonNode content) {
        return content.path("parts").path(0).has("functionResponse");
    }

    /// Its prompt contains what came from the cache; thoughts are counted beside the answer.
    @Override
    public Usage usage(ProviderSettings settings, TokenUsage told) {
        if (told instanceof GoogleAiGeminiTokenUsage usage) {
            long cached = Wire.number(usage.cachedContentTokenCount());
            return Wire.plain(
                    settings,
                    Wire.number(usage.inputTokenCount()) - cached,
                    cached,
                    0,
                    Wire.number(usage.outputTokenCount()) + Wire.number(usage.thoughtsTokenCount()));
        }
        return Wire.super.usage(settings, told);
    }

    /// LangChain4j takes a stream with a call in it for complete.
    @Override
    public Optional<String> lastWord() {
        return Optional.of("\"finishReason\"");
    }
}
