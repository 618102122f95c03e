package io.atmoshub.stacks;

import io.atmoshub.stacks.component.StackSource;
import io.atmoshub.stacks.manifest.Footprint;
import java.util.List;

/// What one manifest puts into stacks, and what was looked at to find out.
record StackParts(StackSource source, List<Part> parts, Footprint footprint) {
    StackParts {
        parts = List.copyOf(parts);
    }

    /// Components for one stack.
    record Part(String stack, List<Component> components) {}

    /// The same for another engine.
    StackParts in(StackEngine engine) {
        return new StackParts(
                source,
                parts.stream()
                        .map(part -> new Part(
                                part.stack(),
                                part.components().stream()
                                        .map(component -> component.in(engine))
                                        .toList()))
                        .toList(),
                footprint);
    }
}
