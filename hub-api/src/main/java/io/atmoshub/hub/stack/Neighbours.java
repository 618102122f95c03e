package io.atmoshub.hub.stack;

import java.util.List;

/// What a component depends on, and what depends on it, as `dependencies.components` or else `settings.depends_on` say.
public record Neighbours(List<ComponentRef> dependencies, List<ComponentRef> dependents) {
    public Neighbours {
        dependencies = List.copyOf(dependencies);
        dependents = List.copyOf(dependents);
    }
}
