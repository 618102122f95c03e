package io.atmoshub.providers;

import io.atmoshub.hub.HubJson;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Gives every call in one of Ollama's streams a number of its own. Without one, as older servers send them,
/// LangChain4j joins several calls into a single one that no tool understands.
final class CountedCalls implements UnaryOperator<String> {
    private int count;

    @Override
    public String apply(String data) {
        if (!data.contains("\"tool_calls\"")) {
            return data;
        }
        try {
            JsonNode line = HubJson.mapper().readTree(data);
            for (JsonNode call : line.path("message").path("tool_calls")) {
                if (call.path("function") instanceof ObjectNode function) {
                    function.put("index", count++);
                }
            }
            return HubJson.write(line);
        } catch (JacksonException _) {
            return data;
        }
    }
}
