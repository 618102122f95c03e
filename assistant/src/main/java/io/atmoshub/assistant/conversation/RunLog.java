package io.atmoshub.assistant.conversation;

import io.atmoshub.hub.session.Actor;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.LiveText;
import io.atmoshub.hub.session.RunId;
import io.atmoshub.hub.session.SessionEvent;
import java.util.List;

/// A session's log in the hands of the one that owns a run. Only the thread that called
/// {@link Assistant#work} uses it, with one exception.
public interface RunLog {
    /// Every event of the session, oldest first.
    List<SessionEvent> history();

    /// Durable when it returns. Throws {@link StaleRunException} when another owner took the run over.
    SessionEvent append(Actor actor, Happening what);

    /// A piece of the open block, for whoever watches.
    void live(LiveText piece);

    /// What a turn of the run used; from any thread, and possibly after the run was stopped.
    default void used(RunId run, Spent spent) {}
}
