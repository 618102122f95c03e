package io.atmoshub.assistant.model;

import io.atmoshub.hub.session.CallId;
import io.atmoshub.hub.session.Outcome;
import io.atmoshub.hub.session.ToolCall;

/// One step of a conversation as a model sees it. Every call is followed by its result before anything
/// else is asked.
public sealed interface Turn {
    /// A person said it.
    record Asked(String person, String text) implements Turn {}

    /// The assistant said it.
    record Said(String text) implements Turn {}

    /// The assistant wanted it.
    record Called(ToolCall call) implements Turn {}

    /// What came of a call; a denied one comes back like this too, with the reason as its output.
    record Returned(CallId call, Outcome outcome, String output) implements Turn {}
}
