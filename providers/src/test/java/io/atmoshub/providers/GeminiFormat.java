package io.atmoshub.providers;

import io.atmoshub.assistant.model.Usage;
import io.atmoshub.hub.HubJson;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Google's streamGenerateContent, as server-sent events.
final class GeminiFormat implements WireFormat {
    @Override
    public ProviderSettings settings(URI loopback) {
        return ProviderSettings.of(Provider.GEMINI, "gemini-2.5-pro", new Secret("AIza-test"))
                .at(loopback);
    }

    @Override
    public String path() {
        return "POST /v1beta/models/gemini-2.5-pro:streamGenerateContent?alt=sse HTTP/1.1";
    }

    @Override
    public Map.Entry<String, String> keyHeader() {
        return Map.entry("x-goog-api-key", "AIza-test");
    }

    @Override
    public String contentType() {
        return "text/event-stream";
    }

    @Override
    public byte[] begin() {
        return new byte[0];
    }

    @Override
    public byte[] text(String piece) {
        return parts("{\"text\":%s}".formatted(HubJson.write(piece)));
    }

    @Override
    public byte[] calls(List<Call> calls) {
        return parts(calls.stream()
                .map(call -> "{\"functionCall\":{\"name\":\"%s\",\"args\":%s}}"
                        .formatted(call.tool(), HubJson.canonical(call.arguments())))
                .collect(Collectors.joining(",")));
    }

    @Override
    public byte[] finish(End end) {
        String reason =
                switch (end) {
                    case COMPLETE, CALLS -> "STOP";
                    case LENGTH -> "MAX_TOKENS";
                    case REFUSED -> "SAFETY";
                };
        return event("""
                {"candidates":[{"content":{"parts":[{"text":""}],"role":"model"},"finishReason":"%s","index":0}],"usageMetadata":\
                {"promptTokenCount":4312,"candidatesTokenCount":36,"totalTokenCount":4368,"cachedContentTokenCount":4000,\
                "thoughtsTokenCount":20},"modelVersion":"gemini-2.5-pro","responseId":"r1"}""".formatted(reason));
    }

    @Override
    public Usage usage() {
        return new Usage("gemini", "gemini-2.5-pro", 312, 4000, 0, 56, false);
    }

    @Override
    public byte[] midstreamError() {
        return event(refused(Refusal.BUSY).body());
    }

    @Override
    public Refused refused(Refusal refusal) {
        return switch (refusal) {
            case BAD_KEY -> error(400, "INVALID_ARGUMENT", "API key not valid. Please pass a valid API key.");
            case NO_MODEL ->
                error(
                        404,
                        "NOT_FOUND",
                        "models/gemini-2.5-pro is not found for API version v1beta, or is not supported for generateContent.");
            case TOO_LONG ->
                error(
                        400,
                        "INVALID_ARGUMENT",
                        "The input token count (2000000) exceeds the maximum number of tokens allowed (1048576).");
            case QUOTA ->
                error(
                        429,
                        "RESOURCE_EXHAUSTED",
                        "You exceeded your current quota, please check your plan and billing details.");
            case BUSY -> error(503, "UNAVAILABLE", "The model is overloaded. Please try again later.");
        };
    }

    @Override
    public String system(JsonNode request) {
        return request.path("systemInstruction")
                .path("parts")
                .path(0)
                .path("text")
                .asString("");
    }

    @Override
    public List<String> tools(JsonNode request) {
        List<String> tools = new ArrayList<>();
        for (JsonNode tool : request.path("tools")) {
            for (JsonNode function : tool.path("functionDeclarations")) {
                tools.add("%s %s %s"
                        .formatted(
                                function.path("name").asString(),
                                function.path("parameters").path("properties"),
                                function.path("parameters").path("required")));
            }
        }
        return tools;
    }

    @Override
    public List<String> history(JsonNode request) {
        List<String> history = new ArrayList<>();
        for (JsonNode content : request.path("contents")) {
            String role = content.path("role").asString().equals("model") ? "assistant" : "user";
            for (JsonNode part : content.path("parts")) {
                if (part.has("functionCall")) {
                    JsonNode call = part.path("functionCall");
                    history.add("call: %s %s".formatted(call.path("name").asString(), call.path("args")));
                } else if (part.has("functionResponse")) {
                    history.add("result: "
                            + part.path("functionResponse")
                                    .path("response")
                                    .path("response")
                                    .asString());
                } else {
                    history.add(role + ": " + part.path("text").asString());
                }
            }
        }
        return history;
    }

    @Override
    public int maxTokens(JsonNode request) {
        return request.path("generationConfig").path("maxOutputTokens").asInt(0);
    }

    private static byte[] parts(String parts) {
        return event("""
                {"candidates":[{"content":{"parts":[%s],"role":"model"},"index":0}],"usageMetadata":{"promptTokenCount":4312,\
                "totalTokenCount":4312},"modelVersion":"gemini-2.5-pro","responseId":"r1"}""".formatted(parts));
    }

    private static Refused error(int status, String code, String message) {
        return new Refused(
                status,
                "{\"error\":{\"code\":%d,\"message\":\"%s\",\"status\":\"%s\"}}".formatted(status, message, code));
    }

    /// Google ends its lines in the way of the internet.
    private static byte[] event(String data) {
        return WireFormat.bytes("data: %s\r\n\r\n".formatted(data));
    }
}
