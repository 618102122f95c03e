package io.atmoshub.server.stack;

import io.atmoshub.assistant.file.Secrets;
import io.atmoshub.hub.stack.ComponentRef;
import io.atmoshub.hub.stack.ComponentValue;
import io.atmoshub.hub.stack.ComponentValue.Kind;
import io.atmoshub.hub.stack.Finding;
import io.atmoshub.hub.stack.MergedComponent;
import io.atmoshub.project.yaml.Origin;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode;
import io.atmoshub.project.yaml.YamlWriter;
import io.atmoshub.stacks.Component;
import io.atmoshub.stacks.Processing;
import io.atmoshub.stacks.Resolved;
import io.atmoshub.stacks.StackEngine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes a component of the engine into one that travels: its values as rows, each with who set it, and what looks
/// like a secret masked.
final class Merging {
    private static final int MOST_VALUES = 2_000;
    private static final int LONGEST = 4_000;

    private final StackEngine engine;
    private final Words words;
    private final List<ComponentValue> values = new ArrayList<>();
    private final Map<Origin, String> unresolved = new HashMap<>();
    private int left;

    Merging(StackEngine engine, Words words) {
        this.engine = engine;
        this.words = words;
    }

    /// @param trouble why this is not the component of now, if it is not
    MergedComponent of(Component component, @Nullable Finding trouble) {
        Finding own = trouble;
        YamlMapping section;
        try {
            Resolved resolved = component.resolved(Processing.ALL);
            resolved.unresolved().forEach(each -> unresolved.put(each.origin(), words.inProject(each.reason())));
            section = resolved.section();
        } catch (RuntimeException e) {
            // A template that fails takes away no more than what it would have said.
            own = trouble != null ? trouble : words.finding(e).orElseThrow(() -> e);
            section = component.section();
        }
        Layers layers = new Layers(component, words);
        section.forEach(entry -> add(List.of(entry.key()), entry.value(), layers));
        return new MergedComponent(
                new ComponentRef(component.stack(), component.type(), component.name()),
                folder(component, section),
                ImportLinks.shown(engine, component.manifest()),
                component.isAbstract(),
                component.isEnabled(),
                component.inheritance(),
                values,
                left,
                ImportLinks.of(component.manifest(), engine, words),
                own);
    }

    private static String folder(Component component, YamlMapping section) {
        YamlMapping info = section.mapping("component_info");
        String folder = info == null ? null : info.text("component_path");
        return folder == null ? component.base() : folder;
    }

    private void add(List<String> path, YamlNode node, Layers layers) {
        if (values.size() >= MOST_VALUES) {
            left++;
            return;
        }
        switch (node) {
            case YamlMapping mapping -> {
                values.add(new ComponentValue(path, Kind.MAPPING, "", null, layers.of(path, mapping), null));
                mapping.forEach(entry -> add(below(path, entry.key()), entry.value(), layers));
            }
            case YamlNode.Sequence list -> {
                values.add(new ComponentValue(
                        path, Kind.LIST, "", words.place(list.origin()), layers.of(path, list), null));
                for (int i = 0; i < list.items().size(); i++) {
                    add(below(path, Integer.toString(i)), list.items().get(i), layers);
                }
            }
            case YamlNode.Scalar scalar ->
                values.add(new ComponentValue(
                        path,
                        kind(scalar),
                        masked(path.getLast(), text(scalar)),
                        words.place(scalar.origin()),
                        layers.of(path, scalar),
                        unresolved.get(scalar.origin())));
        }
    }

    private static List<String> below(List<String> path, String key) {
        List<String> below = new ArrayList<>(path);
        below.add(key);
        return below;
    }

    private static Kind kind(YamlNode.Scalar scalar) {
        return switch (scalar.value()) {
            case null -> Kind.NOTHING;
            case Number number -> Kind.NUMBER;
            case Boolean flag -> Kind.BOOLEAN;
            default -> Kind.TEXT;
        };
    }

    /// As it stands in the file for a function, and else what it means.
    static String text(YamlNode.Scalar scalar) {
        String text = scalar.tag().isEmpty()
                ? scalar.value() instanceof String own ? own : YamlWriter.scalar(scalar.value(), 0)
                : scalar.tag() + " " + scalar.text();
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    /// What follows a key such as `password` is masked, whatever it looks like.
    static String masked(String key, String text) {
        String known = Secrets.masked(text);
        if (text.contains("\n") || text.contains("\"")) {
            return known;
        }
        String line = key + ": \"" + known + "\"";
        String masked = Secrets.masked(line);
        return masked.equals(line) ? known : Secrets.MASK;
    }
}
