package io.atmoshub.hub.conversation;

import io.atmoshub.hub.project.ProjectId;
import io.atmoshub.hub.session.RunId;
import io.atmoshub.hub.session.Session;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.hub.session.SessionId;
import java.util.UUID;

/// What people do with what was said in the sessions that they see; members and above, and NOT_FOUND for what they
/// don't see.
public interface Conversations {
    /// Takes back a message that waits for its turn: whoever said it, or whoever may change the session. CONFLICT once
    /// the assistant took it up.
    SessionEvent withdraw(SessionId session, UUID message);

    /// What the caller thinks of an answer; said again, it replaces what they thought before.
    SessionEvent rate(SessionId session, Rating rating);

    /// A new session of the caller's with everything before a message, and another message in its place. The old one
    /// stays as it is, and each names the other. CONFLICT for a message that nothing has answered yet.
    Session branch(SessionId session, Rewrite rewrite);

    /// All of it; also for those who only read along.
    SessionExport export(SessionId session);

    /// A new private session of the caller's with what was exported; what is taken in says {@link ImportedLog}.
    Session take(ProjectId project, SessionExport export);

    /// The plan that the session waits with is carried out: says so, and says the message that starts the work.
    /// CONFLICT when it waits with no plan, or with another one.
    SessionEvent approve(SessionId session, RunId plan);
}
