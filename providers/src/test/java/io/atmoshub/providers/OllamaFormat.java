package io.atmoshub.providers;

import io.atmoshub.assistant.model.Usage;
import io.atmoshub.hub.HubJson;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Ollama's chat, a line of JSON at a time, as servers send it that don't count calls.
final class OllamaFormat implements WireFormat {
    @Override
    public ProviderSettings settings(URI loopback) {
        // With the path that its OpenAI-like side has, since many have that in their settings.
        return ProviderSettings.of(Provider.OLLAMA, "llama3.3:70b", new Secret("ollama-test"))
                .at(loopback.resolve("/v1"));
    }

    @Override
    public String path() {
        return "POST /api/chat HTTP/1.1";
    }

    @Override
    public Map.Entry<String, String> keyHeader() {
        return Map.entry("Authorization", "Bearer ollama-test");
    }

    @Override
    public String contentType() {
        return "application/x-ndjson";
    }

    @Override
    public byte[] begin() {
        return text("");
    }

    @Override
    public byte[] text(String piece) {
        return line("{\"role\":\"assistant\",\"content\":%s}".formatted(HubJson.write(piece)), "\"done\":false");
    }

    @Override
    public byte[] calls(List<Call> calls) {
        String all = calls.stream()
                .map(call -> "{\"function\":{\"name\":\"%s\",\"arguments\":%s}}"
                        .formatted(call.tool(), HubJson.canonical(call.arguments())))
                .collect(Collectors.joining(","));
        return line("{\"role\":\"assistant\",\"content\":\"\",\"tool_calls\":[%s]}".formatted(all), "\"done\":false");
    }

    @Override
    public byte[] finish(End end) {
        return line("{\"role\":\"assistant\",\"content\":\"\"}", """
                "done":true,"done_reason":"%s","total_duration":5000000,"prompt_eval_count":4312,"eval_count":56""".formatted(end == End.LENGTH ? "length" : "stop"));
    }

    @Override
    public Usage usage() {
        return new Usage("ollama", "llama3.3:70b", 4312, 0, 0, 56, false);
    }

    @Override
    public boolean refuses() {
        return false;
    }

    @Override
    public byte[] midstreamError() {
        return WireFormat.bytes("{\"error\":\"an error was encountered while running the model: unexpected EOF\"}\n");
    }

    @Override
    public Refused refused(Refusal refusal) {
        return switch (refusal) {
            case BAD_KEY -> error(401, "unauthorized");
            case NO_MODEL -> error(404, "model 'llama3.3:70b' not found");
            case TOO_LONG -> error(400, "the input length exceeds the context length");
            case QUOTA -> error(402, "usage limit reached");
            case BUSY -> error(503, "server busy, please try again. maximum pending requests exceeded");
        };
    }

    @Override
    public String system(JsonNode request) {
        JsonNode first = request.path("messages").path(0);
        return first.path("role").asString().equals("system")
                ? first.path("content").asString()
                : "";
    }

    @Override
    public List<String> tools(JsonNode request) {
        List<String> tools = new ArrayList<>();
        for (JsonNode tool : request.path("tools")) {
            JsonNode function = tool.path("function");
            tools.add("%s %s %s"
                    .formatted(
                            function.path("name").asString(),
                            function.path("parameters").path("properties"),
                            function.path("parameters").path("required")));
        }
        return tools;
    }

    @Override
    public List<String> history(JsonNode request) {
        List<String> history = new ArrayList<>();
        for (JsonNode message : request.path("messages")) {
            String role = message.path("role").asString();
            String text = message.path("content").asString("");
            switch (role) {
                case "system" -> {}
                case "tool" -> history.add("result: " + text);
                default -> {
                    if (!text.isEmpty()) {
                        history.add(role + ": " + text);
                    }
                    for (JsonNode call : message.path("tool_calls")) {
                        JsonNode function = call.path("function");
                        history.add(
                                "call: %s %s".formatted(function.path("name").asString(), function.path("arguments")));
                    }
                }
            }
        }
        return history;
    }

    @Override
    public int maxTokens(JsonNode request) {
        return request.path("options").path("num_predict").asInt(0);
    }

    private static Refused error(int status, String message) {
        return new Refused(status, "{\"error\":\"%s\"}".formatted(message));
    }

    private static byte[] line(String message, String rest) {
        return WireFormat.bytes("""
                {"model":"llama3.3:70b","created_at":"2026-01-22T11:22:42.180546Z","message":%s,%s}
                """.formatted(message, rest));
    }
}
