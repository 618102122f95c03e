package io.atmoshub.providers;

import io.atmoshub.assistant.model.Usage;
import io.atmoshub.hub.HubJson;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Chat completions as server-sent events, as OpenAI, xAI and Azure send them.
class OpenAiFormat implements WireFormat {
    @Override
    public ProviderSettings settings(URI loopback) {
        return ProviderSettings.of(Provider.OPENAI, "gpt-4o", new Secret("sk-test"))
                .at(loopback);
    }

    @Override
    public String path() {
        return "POST /v1/chat/completions HTTP/1.1";
    }

    @Override
    public Map.Entry<String, String> keyHeader() {
        return Map.entry("Authorization", "Bearer sk-test");
    }

    @Override
    public String contentType() {
        return "text/event-stream";
    }

    @Override
    public byte[] begin() {
        return chunk("{\"role\":\"assistant\",\"content\":\"\",\"refusal\":null}", "null");
    }

    @Override
    public byte[] text(String piece) {
        return chunk("{\"content\":%s}".formatted(HubJson.write(piece)), "null");
    }

    @Override
    public byte[] calls(List<Call> calls) {
        StringBuilder chunks = new StringBuilder();
        for (int i = 0; i < calls.size(); i++) {
            String arguments = HubJson.canonical(calls.get(i).arguments());
            int half = arguments.length() / 2;
            chunks.append(text(chunk("""
                    {"tool_calls":[{"index":%d,"id":"call_%d","type":"function","function":{"name":"%s","arguments":""}}]}""".formatted(i, i, calls.get(i).tool()), "null")));
            for (String part : List.of(arguments.substring(0, half), arguments.substring(half))) {
                chunks.append(text(chunk("""
                        {"tool_calls":[{"index":%d,"function":{"arguments":%s}}]}""".formatted(i, HubJson.write(part)), "null")));
            }
        }
        return WireFormat.bytes(chunks.toString());
    }

    @Override
    public byte[] finish(End end) {
        String reason =
                switch (end) {
                    case COMPLETE -> "stop";
                    case CALLS -> "tool_calls";
                    case LENGTH -> "length";
                    case REFUSED -> "content_filter";
                };
        return WireFormat.bytes(
                text(chunk("{}", '"' + reason + '"')) + event("""
                {"id":"chatcmpl-1","object":"chat.completion.chunk","created":1760000000,"model":"m","choices":[],"usage":%s}""".formatted(usageOnTheWire())) + event("[DONE]"));
    }

    String usageOnTheWire() {
        return """
                {"prompt_tokens":4312,"completion_tokens":56,"total_tokens":4368,"prompt_tokens_details":{"cached_tokens":4000},\
                "completion_tokens_details":{"reasoning_tokens":20}}""";
    }

    @Override
    public Usage usage() {
        return new Usage("openai", "gpt-4o", 312, 4000, 0, 56, false);
    }

    @Override
    public byte[] midstreamError() {
        return WireFormat.bytes(event("""
                {"error":{"message":"The server had an error while processing your request.","type":"server_error","code":null}}"""));
    }

    @Override
    public Refused refused(Refusal refusal) {
        return switch (refusal) {
            case BAD_KEY ->
                error(
                        401,
                        "invalid_api_key",
                        "Incorrect API key provided: sk-te**st. You can find yours in the console.");
            case NO_MODEL ->
                error(404, "model_not_found", "The model `gpt-4o` does not exist or you do not have access to it.");
            case TOO_LONG ->
                error(
                        400,
                        "context_length_exceeded",
                        "This model's maximum context length is 128000 tokens. However, your messages resulted in 140000 tokens.");
            case QUOTA ->
                error(
                        429,
                        "insufficient_quota",
                        "You exceeded your current quota, please check your plan and billing details.");
            case BUSY -> error(429, "rate_limit_exceeded", "Rate limit reached for gpt-4o on tokens per min (TPM).");
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
            JsonNode content = message.path("content");
            String text = content.isArray() ? content.path(0).path("text").asString() : content.asString("");
            switch (role) {
                case "system" -> {}
                case "tool" -> history.add("result: " + text);
                default -> {
                    if (!text.isEmpty()) {
                        history.add(role + ": " + text);
                    }
                    for (JsonNode call : message.path("tool_calls")) {
                        JsonNode function = call.path("function");
                        history.add("call: %s %s"
                                .formatted(
                                        function.path("name").asString(),
                                        function.path("arguments").asString()));
                    }
                }
            }
        }
        return history;
    }

    @Override
    public int maxTokens(JsonNode request) {
        return request.path("max_completion_tokens").asInt(0);
    }

    private static Refused error(int status, String code, String message) {
        return new Refused(status, """
                {"error":{"message":"%s","type":"invalid_request_error","param":null,"code":"%s"}}""".formatted(message, code));
    }

    private static byte[] chunk(String delta, String finish) {
        return WireFormat.bytes(event("""
                {"id":"chatcmpl-1","object":"chat.completion.chunk","created":1760000000,"model":"m","choices":[{"index":0,\
                "delta":%s,"logprobs":null,"finish_reason":%s}],"usage":null}""".formatted(delta, finish)));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
    }

    private static String event(String data) {
        return "data: %s\n\n".formatted(data);
    }
}
