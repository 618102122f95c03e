package io.atmoshub.stacks.component;

import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode;
import io.atmoshub.stacks.StackException;
import io.atmoshub.stacks.merge.Empty;

/// Reads sections out of manifests, and says so when one is not what it has to be.
final class Sections {
    private Sections() {}

    /// The mapping under a key; an empty one when there is none.
    static YamlMapping mapping(YamlMapping parent, String key) {
        YamlNode node = parent.get(key);
        return switch (node) {
            case null -> Empty.MAPPING;
            case YamlMapping mapping -> mapping;
            case YamlNode.Scalar scalar when scalar.value() == null -> Empty.MAPPING;
            case YamlNode.Scalar scalar -> throw noMapping(key, scalar);
            case YamlNode.Sequence sequence -> throw noMapping(key, sequence);
        };
    }

    /// The text under a key; empty when there is none.
    static String text(YamlMapping parent, String key) {
        YamlNode node = parent.get(key);
        return switch (node) {
            case null -> "";
            case YamlNode.Scalar scalar -> scalar.value() == null ? "" : String.valueOf(scalar.value());
            case YamlMapping mapping -> throw noText(key, mapping);
            case YamlNode.Sequence sequence -> throw noText(key, sequence);
        };
    }

    private static StackException noMapping(String key, YamlNode node) {
        return new StackException(
                node.origin(),
                "\"%s\" has to be a mapping.".formatted(key),
                "Write what belongs to it below it, indented, as \"name: value\".");
    }

    private static StackException noText(String key, YamlNode node) {
        return new StackException(
                node.origin(), "\"%s\" has to be a text.".formatted(key), "Write one value after it.");
    }
}
