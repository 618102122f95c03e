package io.atmoshub.assistant.tool;

/// What a tool does to the world; it settles what happens to a call whose server died under it.
public enum Effect {
    /// Changes nothing: run again.
    READS,
    /// Changes only the session's own copy, through an event of the log. The log tells whether it happened,
    /// so it is run again when it did not.
    WRITES_COPY,
    /// Anything else: nobody knows how far it came, and it is never run again by itself.
    ACTS
}
