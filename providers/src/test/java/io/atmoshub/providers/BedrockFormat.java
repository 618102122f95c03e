package io.atmoshub.providers;

import io.atmoshub.assistant.model.Usage;
import io.atmoshub.hub.HubJson;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.eventstream.HeaderValue;
import software.amazon.eventstream.Message;
import tools.jackson.databind.JsonNode;

/// Bedrock's ConverseStream: messages in AWS's binary frames, each with headers and checksums.
final class BedrockFormat implements WireFormat {
    private static final String MODEL = "anthropic.claude-sonnet-4-20250514-v1:0";

    private int block;
    private boolean textOpen;

    @Override
    public ProviderSettings settings(URI loopback) {
        return ProviderSettings.of(Provider.BEDROCK, MODEL, new Secret("AKIATEST:secret-test"))
                .at(loopback)
                .in("eu-central-1");
    }

    @Override
    public String path() {
        return "POST /model/anthropic.claude-sonnet-4-20250514-v1%3A0/converse-stream HTTP/1.1";
    }

    @Override
    public Map.Entry<String, String> keyHeader() {
        return Map.entry("Authorization", "AWS4-HMAC-SHA256 Credential=AKIATEST/");
    }

    @Override
    public String contentType() {
        return "application/vnd.amazon.eventstream";
    }

    @Override
    public byte[] begin() {
        return event("messageStart", "{\"role\":\"assistant\"}");
    }

    @Override
    public byte[] text(String piece) {
        textOpen = true;
        return event(
                "contentBlockDelta",
                "{\"contentBlockIndex\":%d,\"delta\":{\"text\":%s}}".formatted(block, HubJson.write(piece)));
    }

    @Override
    public byte[] calls(List<Call> calls) {
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        frames.writeBytes(stop());
        for (Call call : calls) {
            frames.writeBytes(event("contentBlockStart", """
                    {"contentBlockIndex":%d,"start":{"toolUse":{"toolUseId":"tooluse_%d","name":"%s"}}}""".formatted(block, block, call.tool())));
            String arguments = HubJson.canonical(call.arguments());
            int half = arguments.length() / 2;
            for (String part : List.of(arguments.substring(0, half), arguments.substring(half))) {
                frames.writeBytes(event("contentBlockDelta", """
                        {"contentBlockIndex":%d,"delta":{"toolUse":{"input":%s}}}""".formatted(block, HubJson.write(part))));
            }
            textOpen = true;
            frames.writeBytes(stop());
        }
        return frames.toByteArray();
    }

    @Override
    public byte[] finish(End end) {
        String reason =
                switch (end) {
                    case COMPLETE -> "end_turn";
                    case CALLS -> "tool_use";
                    case LENGTH -> "max_tokens";
                    case REFUSED -> "guardrail_intervened";
                };
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        frames.writeBytes(stop());
        frames.writeBytes(event("messageStop", "{\"stopReason\":\"%s\"}".formatted(reason)));
        frames.writeBytes(event("metadata", """
                {"usage":{"inputTokens":12,"outputTokens":56,"totalTokens":4368,"cacheReadInputTokens":4000,\
                "cacheWriteInputTokens":300},"metrics":{"latencyMs":551}}"""));
        return frames.toByteArray();
    }

    @Override
    public Usage usage() {
        return new Usage("bedrock", MODEL, 12, 4000, 300, 56, false);
    }

    @Override
    public byte[] midstreamError() {
        return frame(
                Map.of(
                        ":message-type", HeaderValue.fromString("exception"),
                        ":exception-type", HeaderValue.fromString("throttlingException"),
                        ":content-type", HeaderValue.fromString("application/json")),
                "{\"message\":\"Too many requests, please wait before trying again.\"}");
    }

    @Override
    public Refused refused(Refusal refusal) {
        return switch (refusal) {
            case BAD_KEY -> error(403, "The security token included in the request is invalid.");
            case NO_MODEL -> error(400, "The provided model identifier is invalid.");
            case TOO_LONG -> error(400, "Input is too long for requested model.");
            case QUOTA -> error(429, "Too many tokens per day, please wait before trying again.");
            case BUSY -> error(429, "Too many requests, please wait before trying again.");
        };
    }

    @Override
    public String system(JsonNode request) {
        return request.path("system").path(0).path("text").asString("");
    }

    @Override
    public List<String> tools(JsonNode request) {
        List<String> tools = new ArrayList<>();
        for (JsonNode tool : request.path("toolConfig").path("tools")) {
            JsonNode spec = tool.path("toolSpec");
            JsonNode schema = spec.path("inputSchema").path("json");
            tools.add("%s %s %s"
                    .formatted(spec.path("name").asString(), schema.path("properties"), schema.path("required")));
        }
        return tools;
    }

    @Override
    public List<String> history(JsonNode request) {
        List<String> history = new ArrayList<>();
        for (JsonNode message : request.path("messages")) {
            for (JsonNode part : message.path("content")) {
                if (part.has("toolUse")) {
                    JsonNode call = part.path("toolUse");
                    history.add("call: %s %s".formatted(call.path("name").asString(), call.path("input")));
                } else if (part.has("toolResult")) {
                    history.add("result: "
                            + part.path("toolResult")
                                    .path("content")
                                    .path(0)
                                    .path("text")
                                    .asString());
                } else if (part.has("cachePoint")) {
                    history.add(history.removeLast() + " [cached]");
                } else {
                    history.add(message.path("role").asString() + ": "
                            + part.path("text").asString());
                }
            }
        }
        return history;
    }

    @Override
    public int maxTokens(JsonNode request) {
        return request.path("inferenceConfig").path("maxTokens").asInt(0);
    }

    private byte[] stop() {
        if (!textOpen) {
            return new byte[0];
        }
        textOpen = false;
        return event("contentBlockStop", "{\"contentBlockIndex\":%d}".formatted(block++));
    }

    private static Refused error(int status, String message) {
        return new Refused(status, "{\"message\":\"%s\"}".formatted(message));
    }

    private static byte[] event(String type, String payload) {
        return frame(
                Map.of(
                        ":message-type", HeaderValue.fromString("event"),
                        ":event-type", HeaderValue.fromString(type),
                        ":content-type", HeaderValue.fromString("application/json")),
                payload);
    }

    private static byte[] frame(Map<String, HeaderValue> headers, String payload) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        new Message(headers, WireFormat.bytes(payload)).encode(frame);
        return frame.toByteArray();
    }
}
