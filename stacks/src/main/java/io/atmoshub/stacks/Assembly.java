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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
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
        StackSource source = new StackSource(wide, manifest);
        StackParts before = memory.before(manifest);
        return before != null && source.hasGlobalsOf(before.source())
                ? parts(source.withGlobalsOf(before.source()), before)
                : parts(source, null);
    }

    /// @param before what the manifest put into stacks when the same held for all components
    private StackParts parts(StackSource source, @Nullable StackParts before) {
        Map<String, String> shared = new HashMap<>();
        Footprint footprint = new Footprint();
        Map<String, List<Component>> byStack = footprint.during(() -> {
            Map<String, List<Component>> found = new TreeMap<>();
            for (String type : source.types()) {
                Earlier earlier = Earlier.of(before, source, type);
                String known = before == null || !before.footprint().isEmpty()
                        ? null
                        : before.names().get(type);
                Predicate<String> undecided = known == null ? name -> false : earlier::has;
                String name = names.componentsDecide(source, type, undecided)
                        ? null
                        : known == null ? names.name(source, type, null) : known;
                if (name != null) {
                    shared.put(type, name);
                }
                List<Component> ofType = new ArrayList<>();
                for (YamlMapping.Entry entry : source.components(type)) {
                    ofType.add(earlier.known(component(source, type, entry, name)));
                }
                collect(ofType, name, found);
            }
            return found;
        });
        List<StackParts.Part> parts = new ArrayList<>();
        byStack.forEach((name, components) -> parts.add(new StackParts.Part(name, components)));
        return new StackParts(source, parts, shared, footprint);
    }

    /// @param stack of all of them, if they have one
    private static void collect(List<Component> components, @Nullable String stack, Map<String, List<Component>> into) {
        if (stack == null) {
            for (Component each : components) {
                into.computeIfAbsent(each.stack(), name -> new ArrayList<>()).add(each);
            }
        } else if (!components.isEmpty()) {
            into.computeIfAbsent(stack, name -> new ArrayList<>()).addAll(components);
        }
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
