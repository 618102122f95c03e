package io.atmoshub.stacks;

import io.atmoshub.project.yaml.Origin;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode;
import io.atmoshub.stacks.component.ComponentSection;
import io.atmoshub.stacks.component.ProjectWide;
import io.atmoshub.stacks.component.StackSource;
import io.atmoshub.stacks.manifest.Footprint;
import io.atmoshub.stacks.manifest.Manifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Puts stacks together: the components of each manifest, and what manifests put under one name.
final class Assembly {
    private final StackEngine engine;
    private final ProjectWide wide;
    private final StackNames names;
    private final StackMemory memory;

    /// @param memory what was put together before, to be done again only where something changed
    Assembly(StackEngine engine, ProjectWide wide, StackNames names, StackMemory memory) {
        this.engine = engine;
        this.wide = wide;
        this.names = names;
        this.memory = memory;
    }

    /// What a manifest puts into stacks.
    StackParts parts(Manifest manifest) {
        StackParts known = memory.parts(manifest);
        if (known != null) {
            return known.in(engine);
        }
        Footprint footprint = new Footprint();
        StackParts made = footprint.during(() -> {
            StackSource source = new StackSource(wide, manifest);
            return new StackParts(source, parts(source), footprint);
        });
        return memory.before(manifest).map(made::after).orElse(made);
    }

    private List<StackParts.Part> parts(StackSource source) {
        Map<String, List<Component>> byStack = new TreeMap<>();
        for (String type : source.types()) {
            boolean each = names.componentsDecide(source, type);
            String shared = each ? "" : names.name(source, type, null);
            for (YamlMapping.Entry entry : source.components(type)) {
                Component component = component(source, type, entry, each ? null : shared);
                byStack.computeIfAbsent(component.stack(), name -> new ArrayList<>())
                        .add(component);
            }
        }
        List<StackParts.Part> parts = new ArrayList<>();
        byStack.forEach((name, components) -> parts.add(new StackParts.Part(name, components)));
        return parts;
    }

    private Component component(StackSource source, String type, YamlMapping.Entry entry, @Nullable String stack) {
        YamlMapping written =
                switch (entry.value()) {
                    case YamlMapping mapping -> mapping;
                    case YamlNode.Scalar scalar when scalar.value() == null -> YamlMapping.empty(entry.place());
                    case YamlNode.Scalar scalar -> throw noComponent(entry, scalar.origin());
                    case YamlNode.Sequence sequence -> throw noComponent(entry, sequence.origin());
                };
        String name = stack == null
                ? names.name(source, type, () -> new ComponentSection(source, type, entry.key(), written).build(""))
                : stack;
        return new Component(engine, source, name, type, entry.key(), written);
    }

    private static StackException noComponent(YamlMapping.Entry entry, Origin origin) {
        return new StackException(
                origin,
                "The component \"%s\" has to be a mapping.".formatted(entry.key()),
                "Write sections such as \"vars:\" below it, indented.");
    }

    /// The stacks that all manifests make up.
    static Map<String, Stack> named(List<StackParts> all) {
        Map<String, List<Component>> components = new TreeMap<>();
        Map<String, List<Manifest>> manifests = new TreeMap<>();
        for (StackParts each : all) {
            for (StackParts.Part part : each.parts()) {
                components
                        .computeIfAbsent(part.stack(), name -> new ArrayList<>())
                        .addAll(part.components());
                manifests
                        .computeIfAbsent(part.stack(), name -> new ArrayList<>())
                        .add(each.source().manifest());
            }
        }
        Map<String, Stack> result = new TreeMap<>();
        components.forEach((name, found) -> result.put(
                name,
                new Stack(
                        name,
                        manifests.getOrDefault(name, List.of()).stream()
                                .distinct()
                                .toList(),
                        found)));
        return result;
    }
}
