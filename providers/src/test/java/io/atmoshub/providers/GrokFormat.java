package io.atmoshub.providers;

import io.atmoshub.assistant.model.Usage;
import java.net.URI;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// xAI's way of speaking like OpenAI: thinking is counted beside the answer, and errors look different.
final class GrokFormat extends OpenAiFormat {
    @Override
    public ProviderSettings settings(URI loopback) {
        return ProviderSettings.of(Provider.GROK, "grok-4", new Secret("xai-test"))
                .at(loopback);
    }

    @Override
    public Map.Entry<String, String> keyHeader() {
        return Map.entry("Authorization", "Bearer xai-test");
    }

    @Override
    String usageOnTheWire() {
        return """
                {"prompt_tokens":4312,"completion_tokens":36,"total_tokens":4368,"prompt_tokens_details":{"cached_tokens":4000},\
                "completion_tokens_details":{"reasoning_tokens":20}}""";
    }

    @Override
    public Usage usage() {
        return new Usage("grok", "grok-4", 312, 4000, 0, 56, false);
    }

    @Override
    public byte[] midstreamError() {
        return WireFormat.bytes("""
                data: {"code":"The service is currently unavailable","error":"The model is temporarily unavailable."}

                """);
    }

    @Override
    public Refused refused(Refusal refusal) {
        return switch (refusal) {
            case BAD_KEY -> error(400, "Client specified an invalid argument", "Incorrect API key provided: xa***st.");
            case NO_MODEL ->
                error(
                        404,
                        "Some requested entity was not found",
                        "The model grok-4 does not exist or your team does not have access to it.");
            case TOO_LONG ->
                error(
                        400,
                        "Client specified an invalid argument",
                        "This model's maximum prompt length is 131072 but the request contains 150000 tokens.");
            case QUOTA ->
                error(
                        403,
                        "The caller does not have permission",
                        "Your team has either used all available credits or reached its monthly spending limit.");
            case BUSY -> error(429, "Some resource has been exhausted", "Too many requests for your team.");
        };
    }

    @Override
    public int maxTokens(JsonNode request) {
        return request.path("max_tokens").asInt(0);
    }

    private static Refused error(int status, String code, String message) {
        return new Refused(status, "{\"code\":\"%s\",\"error\":\"%s\"}".formatted(code, message));
    }
}
