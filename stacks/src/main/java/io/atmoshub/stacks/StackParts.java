package io.atmoshub.stacks;

import io.atmoshub.stacks.component.StackSource;
import io.atmoshub.stacks.manifest.Footprint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// What one manifest puts into stacks, and what was looked at to find out.
record StackParts(StackSource source, List<Part> parts, Footprint footprint) {
    StackParts {
        parts = List.copyOf(parts);
    }

    /// Components for one stack.
    record Part(String stack, List<Component> components) {}

    /// The same with what is known from before of components that have not changed.
    StackParts after(StackParts before) {
        if (!source.hasGlobalsOf(before.source)) {
            return this;
        }
        Map<List<String>, Component> known = new HashMap<>();
        before.parts.forEach(part -> part.components().forEach(each -> known.put(place(each), each)));
        return with(each -> {
            Component earlier = known.get(place(each));
            return earlier == null ? each : each.after(earlier);
        });
    }

    private static List<String> place(Component component) {
        return List.of(component.stack(), component.type(), component.name());
    }

    /// The same for another engine.
    StackParts in(StackEngine engine) {
        return with(component -> component.in(engine));
    }

    private StackParts with(UnaryOperator<Component> change) {
        return new StackParts(
                source,
                parts.stream()
                        .map(part -> new Part(
                                part.stack(),
                                part.components().stream().map(change).toList()))
                        .toList(),
                footprint);
    }
}
