package io.atmoshub.hub.token;

/// What a token is good for, never more than its owner's role.
public enum Scope {
    /// Read projects, sessions and people.
    READ,
    /// Start sessions, ask, answer approvals, rename, share and delete.
    CHAT,
    /// What admins do: people, projects, the audit log.
    ADMIN
}
