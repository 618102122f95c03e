package io.atmoshub.hub.session;

/// What a person can answer when the assistant asks.
public enum Choice {
    ALLOW_ONCE,
    /// Also adds the rule that was shown; for approvers and admins.
    ALLOW_ALWAYS,
    DENY
}
