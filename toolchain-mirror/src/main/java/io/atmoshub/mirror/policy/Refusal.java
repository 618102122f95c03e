package io.atmoshub.mirror.policy;

/// Why somebody may not have a version, and what they can do.
public record Refusal(String what, String hint) {}
