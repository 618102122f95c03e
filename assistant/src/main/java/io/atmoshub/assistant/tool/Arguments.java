package io.atmoshub.assistant.tool;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Arguments that fit a tool's parameters: none unknown, none missing, all of the right type.
public final class Arguments {
    private final Map<String, Object> values;

    private Arguments(Map<String, Object> values) {
        this.values = values;
    }

    /// Numbers and truth values written as text are taken, since models write them so now and then.
    public static Arguments of(ToolSpec spec, Map<String, Object> given) throws ToolFailure {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Parameter parameter : spec.parameters()) {
            Object value = given.get(parameter.name());
            if (value != null) {
                values.put(parameter.name(), typed(parameter, value));
            } else if (parameter.required()) {
                throw new ToolFailure(
                        "%s is missing".formatted(parameter.name()),
                        "%s needs the argument \"%s\": %s"
                                .formatted(spec.name(), parameter.name(), parameter.description()));
            }
        }
        for (String name : given.keySet()) {
            if (spec.parameters().stream().noneMatch(p -> p.name().equals(name))) {
                throw new ToolFailure(
                        "unknown argument",
                        "%s has no argument \"%s\"; it has %s."
                                .formatted(
                                        spec.name(),
                                        name,
                                        spec.parameters().stream()
                                                .map(Parameter::name)
                                                .toList()));
            }
        }
        return new Arguments(values);
    }

    private static Object typed(Parameter parameter, Object value) throws ToolFailure {
        String text = String.valueOf(value);
        return switch (parameter.type()) {
            case STRING -> {
                if (value instanceof String) {
                    yield value;
                }
                throw wrong(parameter, text);
            }
            case INTEGER -> {
                try {
                    yield Integer.valueOf(text);
                } catch (NumberFormatException _) {
                    throw wrong(parameter, text);
                }
            }
            case BOOLEAN ->
                switch (text) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw wrong(parameter, text);
                };
        };
    }

    private static ToolFailure wrong(Parameter parameter, String text) {
        String shown = text.length() > 60 ? text.substring(0, 60) + "…" : text;
        return new ToolFailure(
                "%s is not %s".formatted(parameter.name(), parameter.type().schemaName()),
                "The argument \"%s\" must be of type %s; it was: %s"
                        .formatted(parameter.name(), parameter.type().schemaName(), shown));
    }

    public String text(String name) {
        return optionalText(name).orElseThrow();
    }

    public Optional<String> optionalText(String name) {
        return Optional.ofNullable((String) values.get(name));
    }

    public OptionalInt number(String name) {
        return values.get(name) instanceof Integer number ? OptionalInt.of(number) : OptionalInt.empty();
    }

    public boolean flag(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }
}
