package io.atmoshub.stacks.validation;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import io.atmoshub.project.yaml.Origin;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode;
import io.atmoshub.stacks.Spelling;
import io.atmoshub.stacks.StackException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/// A JSON Schema that YAML is checked against. It reaches no other file and no network.
final class JsonSchema {
    private static final String META = "https://json-schema.org/";

    private final Schema schema;
    private final JsonNode written;

    private JsonSchema(Schema schema, JsonNode written) {
        this.schema = schema;
        this.written = written;
    }

    /// @param name what messages call it
    static JsonSchema of(String name, String text) {
        try {
            JsonNode written = JsonMapper.shared().readTree(text);
            SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12,
                    builder -> builder.schemaLoader(
                            loader -> loader.allow(iri -> iri.toString().startsWith(META))));
            return new JsonSchema(registry.getSchema(written), written);
        } catch (JacksonException | SchemaException e) {
            throw new StackException(
                    Origin.startOf(name),
                    "This is no JSON Schema: %s.".formatted(e.getMessage()),
                    "Correct it; schemas are JSON, and refer to nothing outside of themselves.");
        }
    }

    /// What in a document does not fit.
    List<Finding> check(YamlNode document) {
        try {
            var found = new LinkedHashSet<Finding>();
            for (Error error : schema.validate(JsonTree.of(document))) {
                // The choices that were not taken say nothing that the choice itself does not say.
                String path = String.valueOf(error.getEvaluationPath());
                if (!path.contains("/anyOf/") && !path.contains("/oneOf/")) {
                    found.add(finding(document, error));
                }
            }
            return List.copyOf(found);
        } catch (SchemaException e) {
            throw new StackException(
                    document.origin(),
                    "The JSON Schema cannot be applied: %s.".formatted(e.getMessage()),
                    "Correct it; it may refer to nothing outside of itself.");
        }
    }

    private Finding finding(YamlNode document, Error error) {
        List<String> path = path(error.getInstanceLocation());
        String place = path.isEmpty() ? "the document" : String.join(".", path);
        String key = String.valueOf(error.getProperty());
        return switch (error.getKeyword() == null ? "" : error.getKeyword()) {
            case "additionalProperties", "unevaluatedProperties" ->
                new Finding(
                        origin(document, append(path, key)),
                        "%s has no setting \"%s\".".formatted(place, key),
                        suggestion(key, error));
            case "type" ->
                new Finding(
                        origin(document, path),
                        "%s is %s, and has to be %s."
                                .formatted(place, kind(at(document, path)), wanted(error.getSchemaNode())),
                        "Look at its indentation and quotes.");
            case "required" -> new Finding(origin(document, path), "%s lacks \"%s\".".formatted(place, key), "Add it.");
            case "enum", "const" ->
                new Finding(
                        origin(document, path),
                        "%s is \"%s\".".formatted(place, text(at(document, path))),
                        chosen(error, text(at(document, path))));
            default ->
                new Finding(
                        origin(document, path),
                        "%s: %s."
                                .formatted(
                                        place,
                                        String.valueOf(error.getMessage()).replaceFirst("^[^:]*: ", "")),
                        "");
        };
    }

    private static String wanted(@Nullable JsonNode type) {
        var kinds = new ArrayList<String>();
        if (type instanceof ArrayNode several) {
            several.forEach(each -> kinds.add(named(each.asString())));
        } else if (type != null) {
            kinds.add(named(type.asString()));
        }
        kinds.remove("nothing");
        return kinds.size() > 1
                ? String.join(", ", kinds.subList(0, kinds.size() - 1)) + " or " + kinds.getLast()
                : String.join("", kinds);
    }

    private static String named(String kind) {
        return switch (kind) {
            case "object" -> "a map";
            case "array" -> "a list";
            case "string" -> "a text";
            case "integer" -> "a whole number";
            case "number" -> "a number";
            case "boolean" -> "true or false";
            default -> "nothing";
        };
    }

    private static String kind(@Nullable YamlNode node) {
        return switch (node) {
            case null -> "nothing";
            case YamlMapping mapping -> "a map";
            case YamlNode.Sequence list -> "a list";
            case YamlNode.Scalar scalar ->
                switch (scalar.value()) {
                    case null -> "nothing";
                    case Boolean flag -> flag.toString();
                    case Number number -> "the number " + number;
                    case Object other -> "a text";
                };
        };
    }

    private static String chosen(Error error, String given) {
        var choices = new TreeSet<String>();
        if (error.getSchemaNode() instanceof ArrayNode all) {
            all.forEach(each -> {
                if (!each.isNull()) {
                    choices.add(each.asString());
                }
            });
        }
        return Spelling.suggestion(given.toLowerCase(Locale.ROOT), choices) + "It can be: " + String.join(", ", choices)
                + ".";
    }

    /// The settings that the schema knows beside the one it does not know.
    private String suggestion(String key, Error error) {
        Set<String> known = new TreeSet<>();
        JsonNode holder = written.at(pointer(String.valueOf(error.getSchemaLocation())));
        holder.path("properties").propertyNames().forEach(known::add);
        String meant = Spelling.suggestion(key, known);
        return meant.isEmpty() && !known.isEmpty()
                ? "There are: %s.".formatted(String.join(", ", known))
                : meant.strip();
    }

    private static String pointer(String location) {
        String fragment = location.substring(location.indexOf('#') + 1);
        int last = fragment.lastIndexOf('/');
        return last < 0 ? "" : fragment.substring(0, last);
    }

    private static List<String> path(NodePath location) {
        var path = new ArrayList<String>();
        for (int i = 0; i < location.getNameCount(); i++) {
            path.add(String.valueOf(location.getElement(i)));
        }
        return path;
    }

    private static List<String> append(List<String> path, String key) {
        var longer = new ArrayList<>(path);
        longer.add(key);
        return longer;
    }

    private static Origin origin(YamlNode document, List<String> path) {
        YamlNode here = document;
        Origin origin = document.origin();
        for (String key : path) {
            YamlMapping.Entry entry = here instanceof YamlMapping mapping ? mapping.entry(key) : null;
            if (entry != null) {
                origin = entry.place();
                here = entry.value();
            } else if (here instanceof YamlNode.Sequence list && key.matches("\\d{1,9}")) {
                here = list.items().get(Integer.parseInt(key));
                origin = here.origin();
            } else {
                return origin;
            }
        }
        return origin;
    }

    private static @Nullable YamlNode at(YamlNode document, List<String> path) {
        YamlNode here = document;
        for (String key : path) {
            if (here instanceof YamlMapping mapping) {
                here = mapping.get(key);
            } else if (here instanceof YamlNode.Sequence list && key.matches("\\d{1,9}")) {
                here = list.items().get(Integer.parseInt(key));
            } else {
                return null;
            }
        }
        return here;
    }

    private static String text(@Nullable YamlNode node) {
        return node instanceof YamlNode.Scalar scalar ? scalar.text() : kind(node);
    }
}
