package io.atmoshub.providers;

import io.atmoshub.assistant.model.Usage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// How a provider speaks, from the provider's side: what it sends, and where in a request it looks.
public interface WireFormat {
    /// Reasons why a model stops.
    enum End {
        COMPLETE,
        CALLS,
        LENGTH,
        REFUSED
    }

    enum Refusal {
        BAD_KEY,
        NO_MODEL,
        TOO_LONG,
        QUOTA,
        BUSY
    }

    record Refused(int status, String body) {}

    record Call(String tool, Map<String, Object> arguments) {}

    ProviderSettings settings(URI loopback);

    /// The path that is asked.
    String path();

    /// The header with the key, and what it must begin with.
    Map.Entry<String, String> keyHeader();

    String contentType();

    byte[] begin();

    byte[] text(String piece);

    byte[] calls(List<Call> calls);

    /// With the usage that {@link #usage} says the same of.
    byte[] finish(End end);

    Usage usage();

    /// Whether its models can refuse to go on.
    default boolean refuses() {
        return true;
    }

    byte[] midstreamError();

    Refused refused(Refusal refusal);

    String system(JsonNode request);

    List<String> tools(JsonNode request);

    /// Each message in a few words: "user: …", "assistant: …", "call: tool {…}", "result: …".
    List<String> history(JsonNode request);

    int maxTokens(JsonNode request);

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
