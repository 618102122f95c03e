package io.atmoshub.assistant.model;

/// Why a model's turn ended.
public enum Stop {
    /// It said what it had to say.
    COMPLETE,
    /// It waits for what comes of its calls.
    CALLS,
    /// It had more to say than it may in one turn.
    LENGTH
}
