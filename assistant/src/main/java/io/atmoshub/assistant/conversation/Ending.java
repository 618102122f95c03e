package io.atmoshub.assistant.conversation;

/// How work on a run ended for now. All but WAITING are final, and the log says so too.
public enum Ending {
    FINISHED,
    FAILED,
    CANCELLED,
    /// Somebody has to approve a call. The host parks the run, and has it worked on again when an answer
    /// ({@link io.atmoshub.hub.session.Happening.Decided} by a person) or a stop has come. One may have come
    /// while this was returned: the host looks for it when it parks.
    WAITING
}
