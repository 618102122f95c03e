package io.atmoshub.stacks.component;

import io.atmoshub.project.yaml.YamlMapping;

/// One of the places that together say what a component is, as it came out of merging manifests.
///
/// @param name of the base component, the type or the component
/// @param content sections by name
public record Layer(Kind kind, String name, YamlMapping content) {
    /// From the weakest to the strongest.
    public enum Kind {
        CONFIG,
        STACK,
        TYPE,
        BASE,
        COMPONENT,
        OVERRIDES
    }
}
