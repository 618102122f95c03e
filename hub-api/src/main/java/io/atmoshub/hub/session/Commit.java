package io.atmoshub.hub.session;

/// A commit on a branch, by its id.
public record Commit(BranchName branch, String id) {}
