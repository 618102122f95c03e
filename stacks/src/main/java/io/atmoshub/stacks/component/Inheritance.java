package io.atmoshub.stacks.component;

import io.atmoshub.project.yaml.Origin;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode;
import io.atmoshub.stacks.Spelling;
import io.atmoshub.stacks.StackException;
import io.atmoshub.stacks.manifest.Footprint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/// The base components of a component: of its own `component:` first, then of `metadata.inherits` from left to right,
/// each behind what it inherits itself. `metadata.component` says where the code is and inherits nothing.
final class Inheritance {
    private final StackSource source;
    private final String type;
    private final YamlMapping components;
    private final List<Layer> bases = new ArrayList<>();
    private final SequencedSet<String> path = new LinkedHashSet<>();
    private String first = "";

    private Inheritance(StackSource source, String type) {
        this.source = source;
        this.type = type;
        this.components = source.components(type);
    }

    /// @param bases from the weakest to the strongest; one that is inherited twice stands there twice
    /// @param names of them, the nearest first, each once
    /// @param first the base that everything begins with, when a top-level `component` names one that is defined
    record Found(List<Layer> bases, List<String> names, String first) {}

    static Found of(StackSource source, String type, String name, YamlMapping component) {
        Inheritance inheritance = new Inheritance(source, type);
        inheritance.path.add(name);
        YamlNode top = component.get("component");
        String topLevel = Sections.text(component, "component");
        if (top != null && !topLevel.isEmpty()) {
            inheritance.visit(name, topLevel, top.origin(), false);
        }
        String first = inheritance.first;
        inheritance.inherits(name, component);
        List<String> names = new ArrayList<>();
        for (Layer base : inheritance.bases) {
            names.remove(base.name());
            names.addFirst(base.name());
        }
        return new Found(List.copyOf(inheritance.bases), List.copyOf(names), first);
    }

    private void inherits(String name, YamlMapping component) {
        YamlNode inherits = Sections.mapping(component, "metadata").get("inherits");
        switch (inherits) {
            case null -> {}
            case YamlNode.Sequence list ->
                list.items().forEach(item -> visit(name, baseName(item), item.origin(), true));
            case YamlNode.Scalar scalar when scalar.value() == null -> {}
            case YamlNode.Scalar scalar -> throw noList(scalar.origin());
            case YamlMapping mapping -> throw noList(mapping.origin());
        }
    }

    private static StackException noList(Origin origin) {
        return new StackException(
                origin, "\"inherits\" has to be a list of components.", "Write each in a line of its own: - base");
    }

    private static String baseName(YamlNode item) {
        if (item instanceof YamlNode.Scalar scalar && scalar.value() != null) {
            return String.valueOf(scalar.value());
        }
        throw new StackException(item.origin(), "A component that is inherited is named by a text.", "Write its name.");
    }

    private void visit(String component, String base, Origin origin, boolean byInherits) {
        if (component.equals(base)) {
            return;
        }
        YamlNode node = components.get(base);
        if (node == null) {
            undefined(component, base, origin, byInherits);
            return;
        }
        if (!(node instanceof YamlMapping content)) {
            if (node instanceof YamlNode.Scalar scalar && scalar.value() == null) {
                bases.add(new Layer(Layer.Kind.BASE, base, YamlMapping.empty(scalar.origin())));
                return;
            }
            throw new StackException(
                    node.origin(),
                    "The component \"%s\" has to be a mapping.".formatted(base),
                    "Write its sections below it.");
        }
        if (!path.add(base)) {
            throw new StackException(
                    origin,
                    "Components inherit from each other in a circle: %s -> %s."
                            .formatted(String.join(" -> ", path), base),
                    "Remove one of them from \"inherits\".");
        }
        String deeper = Sections.text(content, "component");
        if (!deeper.isEmpty() && !isAbstract(content)) {
            YamlNode at = content.get("component");
            visit(base, deeper, at == null ? origin : at.origin(), false);
        }
        inherits(base, content);
        path.remove(base);
        first = first.isEmpty() ? base : first;
        bases.add(new Layer(Layer.Kind.BASE, base, content));
    }

    static boolean isAbstract(YamlMapping component) {
        return Sections.text(Sections.mapping(component, "metadata"), "type").equals("abstract");
    }

    private void undefined(String component, String base, Origin origin, boolean byInherits) {
        if (!byInherits) {
            Path folder = source.project().componentsFolder(type).resolve(base);
            Footprint.file(folder);
            if (Files.isDirectory(folder)) {
                return;
            }
        }
        throw new StackException(
                origin,
                "The component \"%s\" inherits \"%s\", which no manifest of the stack \"%s\" defines."
                        .formatted(component, base, source.manifest().key()),
                suggestion(base) + "Define it, or import the manifest that does.");
    }

    private String suggestion(String base) {
        List<String> names = new ArrayList<>();
        components.forEach(entry -> names.add(entry.key()));
        return Spelling.suggestion(base, names);
    }

    /// Nothing, for a component that is not one.
    static @Nullable YamlMapping content(YamlNode node) {
        return switch (node) {
            case YamlMapping mapping -> mapping;
            case YamlNode.Scalar scalar when scalar.value() == null -> YamlMapping.empty(scalar.origin());
            case YamlNode.Scalar scalar -> null;
            case YamlNode.Sequence sequence -> null;
        };
    }
}
