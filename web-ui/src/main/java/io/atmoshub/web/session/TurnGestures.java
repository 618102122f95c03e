package io.atmoshub.web.session;

import io.atmoshub.hub.conversation.Rating;
import io.atmoshub.hub.session.RunId;
import java.util.UUID;

/// What a person does with what was said.
interface TurnGestures {
    void withdraw(UUID message);

    void rate(Rating rating);

    /// Goes on from before a message, with another text, in a session of their own.
    void branch(UUID message, String instead);

    /// Has the plan carried out with which this run ended.
    void approve(RunId plan);

    void undoCompaction(long seq);
}
