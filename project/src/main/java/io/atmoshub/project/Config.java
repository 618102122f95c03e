package io.atmoshub.project;

import io.atmoshub.project.yaml.Origin;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A merged configuration, where every value knows its origin. An origin on line 0 is no file but what its name
/// says: a variable, an option or a default.
public record Config(YamlMapping tree) {
    public static Config empty() {
        return new Config(YamlMapping.empty(outside("default")));
    }

    /// One value that stands in no file: `name` says where it comes from.
    static Config of(String name, Object value, List<String> path) {
        YamlNode made = YamlNode.ofJava(outside(name), value);
        for (String key : path.reversed()) {
            made = YamlMapping.builder(outside(name))
                    .put(key, outside(name), made)
                    .build();
        }
        return new Config((YamlMapping) made);
    }

    static Origin outside(String name) {
        return new Origin(name, 0, 0);
    }

    /// As a person finds it again: `atmos.yaml:3:5`, `variable ATMOS_BASE_PATH`, `default`.
    public static String words(Origin origin) {
        return origin.line() == 0 ? origin.file() : origin.toString();
    }

    /// This with `over` laid over it: maps are merged, commands by their names, everything else is replaced.
    Config with(Config over) {
        return new Config(ConfigMerge.merge(tree, over.tree));
    }

    /// The value there, also if it is a null.
    public Optional<YamlNode> node(String... path) {
        YamlNode here = tree;
        for (String key : path) {
            here = here instanceof YamlMapping mapping ? mapping.get(key) : null;
        }
        return Optional.ofNullable(here);
    }

    /// What is set there; nothing where it is a null.
    public Optional<Object> at(String... path) {
        return node(path).flatMap(node -> Optional.ofNullable(node.toJava()));
    }

    /// A text; numbers and truth values count as what was written.
    public Optional<String> text(String... path) {
        return node(path)
                .filter(node -> node instanceof YamlNode.Scalar scalar && scalar.value() != null)
                .map(node -> node.toJava() instanceof String text ? text : ((YamlNode.Scalar) node).text());
    }

    public boolean flag(boolean otherwise, String... path) {
        return text(path)
                .map(value -> switch (value) {
                    case "true", "1", "t", "T", "TRUE", "True" -> true;
                    case "false", "0", "f", "F", "FALSE", "False" -> false;
                    default ->
                        throw new ProjectException(
                                origin(path),
                                "%s is \"%s\", which is neither true nor false."
                                        .formatted(String.join(".", path), value),
                                "Set it to true or false.");
                })
                .orElse(otherwise);
    }

    public Optional<Long> number(String... path) {
        return text(path).map(value -> {
            try {
                return Long.valueOf(value);
            } catch (NumberFormatException e) {
                throw new ProjectException(
                        origin(path),
                        "%s is \"%s\", which is no whole number.".formatted(String.join(".", path), value),
                        "Set it to a whole number.");
            }
        });
    }

    /// A list of texts; one text counts as a list of one.
    public List<String> texts(String... path) {
        return switch (at(path).orElse(null)) {
            case null -> List.of();
            case List<?> list -> list.stream().map(String::valueOf).toList();
            case Object one -> List.of(String.valueOf(one));
        };
    }

    /// A map of plain values, empty when there is none.
    public Map<String, @Nullable Object> section(String... path) {
        var section = new LinkedHashMap<String, @Nullable Object>();
        if (at(path).orElse(null) instanceof Map<?, ?> map) {
            map.forEach((key, value) -> section.put((String) key, value));
        }
        return Collections.unmodifiableMap(section);
    }

    /// Where a value was set: its own place, or that of the nearest map around it.
    public Origin origin(String... path) {
        for (int length = path.length; length > 0; length--) {
            Optional<YamlNode> found = node(Arrays.copyOf(path, length));
            if (found.isPresent()) {
                return found.get().origin();
            }
        }
        return outside("default");
    }

    /// Every value that is neither map nor list, as a path with its origin.
    public Map<String, Origin> origins() {
        var all = new LinkedHashMap<String, Origin>();
        collect(tree, new ArrayList<>(), all);
        return all;
    }

    private static void collect(YamlNode node, List<String> path, Map<String, Origin> all) {
        switch (node) {
            case YamlMapping mapping ->
                mapping.forEach(entry -> {
                    path.add(entry.key());
                    collect(entry.value(), path, all);
                    path.removeLast();
                });
            case YamlNode.Sequence sequence -> {
                for (int i = 0; i < sequence.items().size(); i++) {
                    path.add(String.valueOf(i));
                    collect(sequence.items().get(i), path, all);
                    path.removeLast();
                }
            }
            case YamlNode.Scalar scalar -> all.put(String.join(".", path), scalar.origin());
        }
    }
}
