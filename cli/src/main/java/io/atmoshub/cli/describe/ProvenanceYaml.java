package io.atmoshub.cli.describe;

import io.atmoshub.project.yaml.KeyOrder;
import io.atmoshub.project.yaml.Origin;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode;
import io.atmoshub.project.yaml.YamlWriter;
import io.atmoshub.stacks.Component;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Writes the sections of a component as YAML, with a remark beside each value that says where it was set.
final class ProvenanceYaml {
    private static final int COLUMN = 50;
    /// Atmos keeps no record of who set these, and leaves them out here.
    private static final Set<String> UNRECORDED = Set.of("backend", "metadata");

    private final Component component;
    private final Imports imports;
    private final StringBuilder out = new StringBuilder();

    private ProvenanceYaml(Component component) {
        this.component = component;
        this.imports = Imports.of(component);
    }

    /// @param sections as they are shown
    static String write(Component component, Map<String, @Nullable Object> sections) {
        var yaml = new ProvenanceYaml(component);
        yaml.out.append("""
                # Provenance Legend:
                #   ● [1] Defined in parent stack
                #   ○ [N] Inherited/imported (N=2+ levels deep)
                #   ∴ Computed/templated

                # Stack: %s

                """.formatted(component.manifest().key()));
        var sorted = new TreeMap<String, @Nullable Object>(KeyOrder.AS_GO);
        sections.forEach((name, value) -> {
            if (!isEmpty(value) && !UNRECORDED.contains(name)) {
                sorted.put(name.equals("imports") ? "import" : name, value);
            }
        });
        YamlMapping written = component.section();
        sorted.forEach((name, value) -> {
            if (name.equals("import") && value instanceof List<?> keys) {
                yaml.imports(keys);
            } else {
                yaml.entry(name, value, written.get(name), 0);
            }
        });
        return yaml.out.toString();
    }

    private void imports(List<?> keys) {
        line("import:", keys.isEmpty() ? "" : imports.remark(String.valueOf(keys.getFirst()), component));
        for (Object key : keys) {
            line("  - " + YamlWriter.scalar(key, 4), imports.remark(String.valueOf(key), component));
        }
    }

    private void entry(String key, @Nullable Object value, @Nullable YamlNode written, int indent) {
        String start = " ".repeat(indent) + YamlWriter.scalar(key, indent) + ":";
        switch (value) {
            case Map<?, ?> map
            when !map.isEmpty() -> {
                line(start, remark(written));
                mapping(map, written, indent + 2);
            }
            case List<?> list
            when !list.isEmpty() -> {
                line(start, remark(written));
                sequence(list, written, indent + 2);
            }
            case null, default -> scalar(start + " ", value, written, indent + 2);
        }
    }

    private void mapping(Map<?, ?> map, @Nullable YamlNode written, int indent) {
        var sorted = new TreeMap<String, @Nullable Object>(KeyOrder.AS_GO);
        map.forEach((key, value) -> sorted.put(String.valueOf(key), value));
        sorted.forEach((key, value) ->
                entry(key, value, written instanceof YamlMapping below ? below.get(key) : null, indent));
    }

    private void sequence(List<?> list, @Nullable YamlNode written, int indent) {
        for (int i = 0; i < list.size(); i++) {
            YamlNode item =
                    written instanceof YamlNode.Sequence all && i < all.items().size()
                            ? all.items().get(i)
                            : null;
            String dash = " ".repeat(indent) + "- ";
            switch (list.get(i)) {
                case Map<?, ?> map
                when !map.isEmpty() -> {
                    int at = out.length();
                    mapping(map, item, indent + 2);
                    out.replace(at, at + indent + 2, dash);
                }
                case List<?> inner
                when !inner.isEmpty() -> {
                    int at = out.length();
                    sequence(inner, item, indent + 2);
                    out.replace(at, at + indent + 2, dash);
                }
                case null, default -> scalar(dash, list.get(i), item, indent + 2);
            }
        }
    }

    private void scalar(String start, @Nullable Object value, @Nullable YamlNode written, int indent) {
        List<String> lines = new ArrayList<>((start + YamlWriter.scalar(value, indent))
                .stripTrailing()
                .lines()
                .toList());
        if (lines.size() == 1) {
            line(lines.getFirst(), remark(written));
            return;
        }
        // Inside a text of several lines a remark would be part of it.
        lines.set(0, lines.getFirst() + remarkAfter(lines.getFirst(), remark(written)));
        lines.forEach(each -> out.append(each).append('\n'));
    }

    private void line(String text, String remark) {
        out.append(text);
        if (!remark.isEmpty() && text.length() >= COLUMN) {
            out.append('\n').repeat(' ', COLUMN).append(remark);
        } else {
            out.append(remarkAfter(text, remark));
        }
        out.append('\n');
    }

    private static String remarkAfter(String text, String remark) {
        return remark.isEmpty() ? "" : " ".repeat(Math.max(1, COLUMN - text.length())) + remark;
    }

    private String remark(@Nullable YamlNode written) {
        if (written == null || written.origin().line() < 1) {
            return "";
        }
        return remark(written.origin(), component.depth(written.origin()), component);
    }

    static String remark(Origin origin, int depth, Component component) {
        String sign = depth == 1 ? "●" : depth == 0 ? "∴" : "○";
        return "# %s [%d] %s:%d".formatted(sign, depth, below(origin.file(), component), origin.line());
    }

    /// Without the folder of the stacks, which all of them have in common.
    private static String below(String file, Component component) {
        return component.manifest().parts().stream()
                .map(part -> part.manifest().file())
                .filter(known -> file.endsWith("/" + known))
                .max(Comparator.comparingInt(String::length))
                .orElse(file);
    }

    private static boolean isEmpty(@Nullable Object value) {
        return switch (value) {
            case null -> true;
            // Maps with nothing but empty maps in them say nothing, either.
            case Map<?, ?> map ->
                map.values().stream().allMatch(each -> each instanceof Map<?, ?> inner && isEmpty(inner));
            case List<?> list -> list.isEmpty();
            case String text -> text.isEmpty();
            default -> false;
        };
    }
}
