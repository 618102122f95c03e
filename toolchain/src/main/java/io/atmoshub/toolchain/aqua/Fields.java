package io.atmoshub.toolchain.aqua;

import io.atmoshub.project.yaml.Origin;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode;
import io.atmoshub.toolchain.ToolchainException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A mapping of a registry, read field by field; what has the wrong form is told with its place. Unknown fields are
/// left alone: registries get new ones before this program knows them.
record Fields(YamlMapping mapping) {
    static Fields of(YamlNode node, String what) {
        if (node instanceof YamlMapping mapping) {
            return new Fields(mapping);
        }
        throw wrong(node.origin(), what, "fields and their values");
    }

    static ToolchainException wrong(Origin origin, String what, String wanted) {
        return new ToolchainException(
                "%s: %s has to be %s.".formatted(origin, what, wanted),
                "Correct it there, or ask who keeps the registry.");
    }

    Origin origin() {
        return mapping.origin();
    }

    /// Text as it was written, so that `1.10` stays that. An empty text is as good as none.
    @Nullable
    String text(String key) {
        String text = saidText(key);
        return text == null || text.isEmpty() ? null : text;
    }

    String textOrNone(String key) {
        String text = saidText(key);
        return text == null ? "" : text;
    }

    /// Text, where an empty one takes back what was said above.
    @Nullable
    String saidText(String key) {
        YamlNode node = mapping.get(key);
        return node == null ? null : text(node, key);
    }

    @Nullable
    Boolean flag(String key) {
        YamlNode node = mapping.get(key);
        String text = node == null ? null : text(node, key);
        return switch (text) {
            case null -> null;
            case "true", "True", "TRUE", "yes", "on", "y" -> true;
            case "false", "False", "FALSE", "no", "off", "n" -> false;
            default -> throw wrong(mapping.origin(), quoted(key), "true or false, not \"%s\"".formatted(text));
        };
    }

    boolean flag(String key, boolean unsaid) {
        Boolean flag = flag(key);
        return flag == null ? unsaid : flag;
    }

    @Nullable
    Fields fields(String key) {
        YamlNode node = said(key);
        return node == null ? null : of(node, quoted(key));
    }

    <T> @Nullable T object(String key, Function<Fields, T> reader) {
        Fields fields = fields(key);
        return fields == null ? null : reader.apply(fields);
    }

    <T> @Nullable List<T> list(String key, Function<Fields, T> reader) {
        List<YamlNode> items = items(key);
        if (items == null) {
            return null;
        }
        var list = new ArrayList<T>(items.size());
        for (YamlNode item : items) {
            if (!(item instanceof YamlNode.Scalar scalar && scalar.value() == null)) {
                list.add(reader.apply(of(item, "an item of " + quoted(key))));
            }
        }
        return list;
    }

    <T> List<T> listOrNone(String key, Function<Fields, T> reader) {
        List<T> list = list(key, reader);
        return list == null ? List.of() : list;
    }

    @Nullable
    List<String> texts(String key) {
        List<YamlNode> items = items(key);
        if (items == null) {
            return null;
        }
        var list = new ArrayList<String>(items.size());
        for (YamlNode item : items) {
            String text = text(item, "an item of " + key);
            if (text != null) {
                list.add(text);
            }
        }
        return list;
    }

    List<String> textsOrNone(String key) {
        List<String> list = texts(key);
        return list == null ? List.of() : list;
    }

    @Nullable
    Map<String, String> words(String key) {
        Fields fields = fields(key);
        if (fields == null) {
            return null;
        }
        var words = new LinkedHashMap<String, String>();
        for (YamlMapping.Entry entry : fields.mapping) {
            String word = text(entry.value(), entry.key());
            words.put(entry.key(), word == null ? "" : word);
        }
        return words;
    }

    private @Nullable List<YamlNode> items(String key) {
        YamlNode node = said(key);
        if (node == null) {
            return null;
        }
        if (node instanceof YamlNode.Sequence sequence) {
            return sequence.items();
        }
        throw wrong(node.origin(), quoted(key), "a list");
    }

    private @Nullable YamlNode said(String key) {
        YamlNode node = mapping.get(key);
        return node instanceof YamlNode.Scalar scalar && scalar.value() == null ? null : node;
    }

    private static @Nullable String text(YamlNode node, String what) {
        if (node instanceof YamlNode.Scalar scalar) {
            return scalar.value() == null ? null : scalar.text();
        }
        throw wrong(node.origin(), quoted(what), "a single value");
    }

    private static String quoted(String key) {
        return "\"" + key + "\"";
    }
}
