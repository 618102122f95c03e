package io.atmoshub.providers;

import io.atmoshub.assistant.model.Usage;
import io.atmoshub.hub.HubJson;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Anthropic's messages, as server-sent events with names.
public final class AnthropicFormat implements WireFormat {
    private int block;
    private boolean textOpen;

    @Override
    public ProviderSettings settings(URI loopback) {
        return ProviderSettings.of(Provider.ANTHROPIC, "claude-sonnet-4-20250514", new Secret("sk-ant-test"))
                .at(loopback);
    }

    @Override
    public String path() {
        return "POST /v1/messages HTTP/1.1";
    }

    @Override
    public Map.Entry<String, String> keyHeader() {
        return Map.entry("x-api-key", "sk-ant-test");
    }

    @Override
    public String contentType() {
        return "text/event-stream; charset=utf-8";
    }

    @Override
    public byte[] begin() {
        return WireFormat.bytes(event("message_start", """
                {"type":"message_start","message":{"id":"msg_1","type":"message","role":"assistant","model":"claude-sonnet-4-20250514",\
                "content":[],"stop_reason":null,"stop_sequence":null,"usage":{"input_tokens":12,"cache_creation_input_tokens":300,\
                "cache_read_input_tokens":4000,"output_tokens":1}}}""") + event("ping", "{\"type\":\"ping\"}"));
    }

    @Override
    public byte[] text(String piece) {
        String start = textOpen ? "" : event("content_block_start", """
                        {"type":"content_block_start","index":%d,"content_block":{"type":"text","text":""}}""".formatted(block));
        textOpen = true;
        return WireFormat.bytes(start + event("content_block_delta", """
                {"type":"content_block_delta","index":%d,"delta":{"type":"text_delta","text":%s}}""".formatted(block, HubJson.write(piece))));
    }

    @Override
    public byte[] calls(List<Call> calls) {
        StringBuilder events = new StringBuilder(stop());
        for (Call call : calls) {
            events.append(event("content_block_start", """
                    {"type":"content_block_start","index":%d,"content_block":{"type":"tool_use","id":"toolu_%d","name":"%s","input":{}}}""".formatted(block, block, call.tool())));
            String arguments = HubJson.canonical(call.arguments());
            int half = arguments.length() / 2;
            for (String part : List.of(arguments.substring(0, half), arguments.substring(half))) {
                events.append(event("content_block_delta", """
                        {"type":"content_block_delta","index":%d,"delta":{"type":"input_json_delta","partial_json":%s}}""".formatted(block, HubJson.write(part))));
            }
            textOpen = true;
            events.append(stop());
        }
        return WireFormat.bytes(events.toString());
    }

    @Override
    public byte[] finish(End end) {
        String reason =
                switch (end) {
                    case COMPLETE -> "end_turn";
                    case CALLS -> "tool_use";
                    case LENGTH -> "max_tokens";
                    case REFUSED -> "refusal";
                };
        return WireFormat.bytes(stop()
                + event("message_delta", """
                {"type":"message_delta","delta":{"stop_reason":"%s","stop_sequence":null},"usage":{"output_tokens":56}}""".formatted(reason))
                + event("message_stop", "{\"type\":\"message_stop\"}"));
    }

    @Override
    public Usage usage() {
        return new Usage("anthropic", "claude-sonnet-4-20250514", 12, 4000, 300, 56, false);
    }

    @Override
    public byte[] midstreamError() {
        return WireFormat.bytes(event("error", """
                {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}"""));
    }

    @Override
    public Refused refused(Refusal refusal) {
        return switch (refusal) {
            case BAD_KEY -> error(401, "authentication_error", "invalid x-api-key");
            case NO_MODEL -> error(404, "not_found_error", "model: claude-sonnet-4-20250514");
            case TOO_LONG -> error(400, "invalid_request_error", "prompt is too long: 210000 tokens > 200000 maximum");
            case QUOTA ->
                error(
                        400,
                        "invalid_request_error",
                        "Your credit balance is too low to access the Anthropic API. Please go to Plans & Billing.");
            case BUSY -> error(529, "overloaded_error", "Overloaded");
        };
    }

    @Override
    public String system(JsonNode request) {
        JsonNode last = request.path("system").path(request.path("system").size() - 1);
        return last.path("text").asString() + cached(last);
    }

    @Override
    public List<String> tools(JsonNode request) {
        List<String> tools = new ArrayList<>();
        for (JsonNode tool : request.path("tools")) {
            JsonNode schema = tool.path("input_schema");
            tools.add("%s %s %s%s"
                    .formatted(
                            tool.path("name").asString(),
                            schema.path("properties"),
                            schema.path("required"),
                            cached(tool)));
        }
        return tools;
    }

    @Override
    public List<String> history(JsonNode request) {
        List<String> history = new ArrayList<>();
        for (JsonNode message : request.path("messages")) {
            for (JsonNode part : message.path("content")) {
                String words =
                        switch (part.path("type").asString()) {
                            case "text" ->
                                message.path("role").asString() + ": "
                                        + part.path("text").asString();
                            case "tool_use" ->
                                "call: %s %s".formatted(part.path("name").asString(), part.path("input"));
                            default -> "result: " + part.path("content").asString();
                        };
                history.add(words + cached(part));
            }
        }
        return history;
    }

    @Override
    public int maxTokens(JsonNode request) {
        return request.path("max_tokens").asInt();
    }

    private String stop() {
        if (!textOpen) {
            return "";
        }
        textOpen = false;
        return event("content_block_stop", "{\"type\":\"content_block_stop\",\"index\":%d}".formatted(block++));
    }

    private static String cached(JsonNode part) {
        return part.path("cache_control").path("type").asString("").equals("ephemeral") ? " [cached]" : "";
    }

    private static Refused error(int status, String type, String message) {
        return new Refused(status, """
                {"type":"error","error":{"type":"%s","message":"%s"},"request_id":"req_1"}""".formatted(type, message));
    }

    private static String event(String name, String data) {
        return "event: %s\ndata: %s\n\n".formatted(name, data);
    }
}
