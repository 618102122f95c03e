package io.atmoshub.hub.session;

/// Who sees a session besides its owner.
public enum Visibility {
    PRIVATE,
    /// Everyone in the organisation.
    SHARED
}
