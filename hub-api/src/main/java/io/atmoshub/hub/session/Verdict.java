package io.atmoshub.hub.session;

/// How policy, or a person, decided on a tool call.
public enum Verdict {
    ALLOWED,
    DENIED
}
