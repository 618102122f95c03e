package io.atmoshub.hub.change;

/// A file of a session with the content that a person saw, named by its hash.
public record ShownFile(String path, String hash) {}
