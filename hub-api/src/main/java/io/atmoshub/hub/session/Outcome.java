package io.atmoshub.hub.session;

/// How a tool call ended.
public enum Outcome {
    OK,
    FAILED,
    DENIED,
    CANCELLED,
    /// It had been started when its server died; nobody knows how far it came.
    UNKNOWN
}
