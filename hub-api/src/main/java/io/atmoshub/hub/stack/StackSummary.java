package io.atmoshub.hub.stack;

/// A stack in a list.
///
/// @param manifest the file that it is, or the first of several
/// @param components how many it has of those that were asked for
public record StackSummary(String name, String manifest, int components) {}
