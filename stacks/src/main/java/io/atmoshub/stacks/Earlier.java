package io.atmoshub.stacks;

import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.stacks.component.StackSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The components of one type that a manifest had at an earlier look, when the same held for all of them, and which of
/// them were written otherwise then.
final class Earlier {
    private final List<Component> components;
    private final Set<String> changed;
    private int next;
    private @Nullable Map<String, Component> byName;

    private Earlier(List<Component> components, Set<String> changed) {
        this.components = components;
        this.changed = changed;
    }

    /// @param before nothing, where there was no earlier look, or another one
    static Earlier of(@Nullable StackParts before, StackSource source, String type) {
        return before == null
                ? new Earlier(List.of(), Set.of())
                : new Earlier(
                        before.components(type), changed(before.source().components(type), source.components(type)));
    }

    private static Set<String> changed(YamlMapping before, YamlMapping now) {
        Set<String> changed = new HashSet<>();
        List<YamlMapping.Entry> expected = before.entries();
        int at = 0;
        for (YamlMapping.Entry entry : now) {
            // Most often everything stands where it stood.
            if (at >= expected.size() || !entry.equals(expected.get(at++))) {
                if (!entry.equals(before.entry(entry.key()))) {
                    changed.add(entry.key());
                }
            }
        }
        for (YamlMapping.Entry entry : before) {
            if (now.entry(entry.key()) == null) {
                changed.add(entry.key());
            }
        }
        return changed;
    }

    /// Whether a component was written the same way.
    boolean has(String name) {
        return !components.isEmpty() && !changed.contains(name);
    }

    /// A component with what was worked out of it then, as far as that holds. They are asked for one after the other,
    /// most often in the order in which they stood.
    Component known(Component now) {
        Component before = next < components.size() ? components.get(next++) : null;
        if (before == null || !before.name().equals(now.name())) {
            before = find(now.name());
        }
        return before == null ? now : now.after(before, changed);
    }

    private @Nullable Component find(String name) {
        Map<String, Component> all = byName;
        if (all == null) {
            all = new HashMap<>();
            for (Component each : components) {
                all.put(each.name(), each);
            }
            byName = all;
        }
        return all.get(name);
    }
}
