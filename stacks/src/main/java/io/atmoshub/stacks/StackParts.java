package io.atmoshub.stacks;

import io.atmoshub.stacks.component.StackSource;
import io.atmoshub.stacks.manifest.Footprint;
import java.util.List;
import java.util.Map;

/// What one manifest puts into stacks, and what was looked at to find out.
///
/// @param names of the stacks, by type of component; not those that components decide about themselves
record StackParts(StackSource source, List<Part> parts, Map<String, String> names, Footprint footprint) {
    StackParts {
        parts = List.copyOf(parts);
        names = Map.copyOf(names);
    }

    /// Components for one stack.
    record Part(String stack, List<Component> components) {}

    List<Component> components(String type) {
        return parts.stream()
                .flatMap(part -> part.components().stream())
                .filter(component -> component.type().equals(type))
                .toList();
    }

    /// The same for another engine.
    StackParts in(StackEngine engine) {
        List<Part> same = parts.stream()
                .map(part -> new Part(
                        part.stack(),
                        part.components().stream().map(each -> each.in(engine)).toList()))
                .toList();
        return new StackParts(source, same, names, footprint);
    }
}
