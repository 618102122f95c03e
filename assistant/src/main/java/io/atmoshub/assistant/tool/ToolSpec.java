package io.atmoshub.assistant.tool;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A tool as models and policy see it. A run of it that takes longer than the time-out has failed.
public record ToolSpec(String name, String description, List<Parameter> parameters, Effect effect, Duration timeout) {
    public ToolSpec {
        parameters = List.copyOf(parameters);
    }

    /// The arguments as a JSON schema: what every provider understands.
    public Map<String, Object> schema() {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            properties.put(
                    parameter.name(),
                    Map.of("type", parameter.type().schemaName(), "description", parameter.description()));
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put(
                "required",
                parameters.stream()
                        .filter(Parameter::required)
                        .map(Parameter::name)
                        .toList());
        schema.put("additionalProperties", false);
        return schema;
    }
}
