package io.atmoshub.hub.people;

/// What a person may do. Each role may do all that the ones before it may.
public enum Role {
    /// Reads projects and shared sessions.
    VIEWER,
    /// Starts sessions, asks, and approves once in sessions of their own.
    MEMBER,
    /// Approves for others, and for always.
    APPROVER,
    /// Adds and switches off people, registers projects, reads the audit log.
    ADMIN;

    public boolean atLeast(Role other) {
        return compareTo(other) >= 0;
    }
}
