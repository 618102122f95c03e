package io.atmoshub.hub.stack;

/// A component in a list.
///
/// @param inheritOnly whether it never runs and is there for others to inherit
public record ComponentSummary(String type, String name, boolean inheritOnly, boolean enabled) {}
