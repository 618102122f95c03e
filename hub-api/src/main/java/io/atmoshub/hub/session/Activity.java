package io.atmoshub.hub.session;

/// What goes on in a session right now.
public enum Activity {
    IDLE,
    /// A run is queued or at work.
    WORKING,
    /// A run waits for somebody's approval.
    WAITING
}
