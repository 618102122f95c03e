package io.atmoshub.assistant.tool.stack;

import io.atmoshub.assistant.tool.ToolFailure;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode;
import io.atmoshub.stacks.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where a value is in a component: `vars.tags.team`, `vars.zones[0]`, `vars."a.b"`; empty for everything.
record ValuePath(List<String> keys) {
    private static final Pattern STEP = Pattern.compile("\\[?\"([^\"]*)\"]?|\\[(\\d+)]|([^.\\[\\]\"]+)");

    ValuePath {
        keys = List.copyOf(keys);
    }

    static ValuePath of(String written) {
        List<String> keys = new ArrayList<>();
        Matcher step = STEP.matcher(written);
        while (step.find()) {
            String quoted = step.group(1);
            String number = step.group(2);
            keys.add(quoted != null ? quoted : number != null ? number : step.group(3));
        }
        return new ValuePath(keys);
    }

    @Nullable
    YamlNode in(YamlNode root) {
        YamlNode here = root;
        for (String key : keys) {
            here = next(here, key);
            if (here == null) {
                return null;
            }
        }
        return here;
    }

    private static @Nullable YamlNode next(YamlNode node, String key) {
        return switch (node) {
            case YamlMapping mapping -> mapping.get(key);
            case YamlNode.Sequence list ->
                key.matches("\\d{1,6}") && Integer.parseInt(key) < list.items().size()
                        ? list.items().get(Integer.parseInt(key))
                        : null;
            case YamlNode.Scalar scalar -> null;
        };
    }

    YamlNode required(YamlMapping root) throws ToolFailure {
        YamlNode here = root;
        for (String key : keys) {
            YamlNode next = next(here, key);
            if (next == null) {
                List<String> known = here instanceof YamlMapping mapping
                        ? mapping.entries().stream().map(YamlMapping.Entry::key).toList()
                        : List.of();
                throw new ToolFailure(
                        "no such value",
                        "There is no value at %s: no \"%s\". %sThere are: %s."
                                .formatted(this, key, Spelling.suggestion(key, known), String.join(", ", known)));
            }
            here = next;
        }
        return here;
    }

    /// Paths of values whose last key holds a word, those of variables first.
    static List<ValuePath> named(String word, YamlMapping section) {
        List<ValuePath> found = new ArrayList<>();
        String low = word.toLowerCase(Locale.ROOT).replace('-', '_');
        for (String part : List.of("vars", "settings", "env")) {
            YamlMapping mapping = section.mapping(part);
            if (mapping != null) {
                collect(mapping, List.of(part), low, found);
            }
        }
        return found;
    }

    private static void collect(YamlMapping mapping, List<String> above, String word, List<ValuePath> found) {
        for (YamlMapping.Entry entry : mapping) {
            List<String> path = new ArrayList<>(above);
            path.add(entry.key());
            if (entry.key().toLowerCase(Locale.ROOT).replace('-', '_').contains(word)) {
                found.add(new ValuePath(path));
            } else if (entry.value() instanceof YamlMapping below) {
                collect(below, path, word, found);
            }
        }
    }

    @Override
    public String toString() {
        return String.join(".", keys);
    }
}
