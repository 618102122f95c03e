package io.atmoshub.stacks.validation;

import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode;
import java.math.BigInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// YAML as the tree that a JSON Schema is applied to.
final class JsonTree {
    private JsonTree() {}

    /// A function that is not run yet counts as a text.
    static JsonNode of(YamlNode node) {
        JsonNodeFactory make = JsonNodeFactory.instance;
        return switch (node) {
            case YamlMapping mapping -> {
                ObjectNode object = make.objectNode();
                mapping.forEach(entry -> object.set(entry.key(), of(entry.value())));
                yield object;
            }
            case YamlNode.Sequence list -> {
                ArrayNode array = make.arrayNode();
                list.items().forEach(item -> array.add(of(item)));
                yield array;
            }
            case YamlNode.Scalar scalar ->
                switch (scalar.value()) {
                    case null -> make.nullNode();
                    case Boolean flag -> make.booleanNode(flag);
                    case Long number -> make.numberNode(number);
                    case BigInteger number -> make.numberNode(number);
                    case Double number -> make.numberNode(number);
                    case Object text -> make.stringNode(text.toString());
                };
        };
    }
}
