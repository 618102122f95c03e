package io.atmoshub.hub.session;

/// What the assistant may do about a message.
public enum Mode {
    /// Whatever policy allows.
    WORK,
    /// It looks and changes nothing, and ends in a plan that a person approves.
    PLAN
}
