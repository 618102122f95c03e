package io.atmoshub.hub.stack;

/// One place that sets a value.
///
/// @param name of the stack's manifest, the type, the base component or the component that it is set for
/// @param text what it says there, in one line
/// @param counts whether the value that results comes from here, at least a part of it
public record ValueLayer(Kind kind, String name, Place at, String text, boolean counts) {
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
