package io.atmoshub.hub.stack;

/// A manifest that another one imports, and where that says so.
public record Import(Place by, String file) {}
