package io.atmoshub.hub.session;

import io.atmoshub.hub.Page;
import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.model.ModelRef;
import java.util.List;

/// The sessions a person can see: their own, and the shared ones. Any other is NOT_FOUND, as if it did not
/// exist. Owners (and admins, for shared ones) rename, share and delete; members and above may speak in
/// what they see.
public interface Sessions {
    int MOST_EVENTS = 1_000;

    Session create(NewSession session);

    /// Most recently used first.
    Page<Session> list(SessionFilter filter, PageRequest page);

    Session get(SessionId id);

    Session rename(SessionId id, SessionName name);

    Session share(SessionId id, Visibility visibility);

    /// Who can answer in it: the built-in agents, and those that its project describes.
    List<AgentOffer> agents(SessionId id);

    /// Whoever may speak chooses which agent answers from the next message on; INVALID_INPUT when there is none of
    /// this name.
    SessionEvent chooseAgent(SessionId id, String agent);

    /// The model sees again what this event, a {@link Happening.Compacted}, summed up; INVALID_INPUT when it is none,
    /// CONFLICT when it was undone before.
    SessionEvent undoCompaction(SessionId id, long compacted);

    /// Whoever may speak chooses which model answers from the next message on; only from those that are offered.
    Session choose(SessionId id, ModelRef model);

    /// Stops its run, ends its listeners, and is final.
    void delete(SessionId id);

    /// Appends the message and queues a run. The same message id again returns the first event.
    SessionEvent say(SessionId id, Message message);

    /// The events after a number, oldest first, at most 1 to {@link #MOST_EVENTS}.
    List<SessionEvent> events(SessionId id, long after, int limit);

    /// First every event after the number, then the open block so far, then all that comes.
    Subscription follow(SessionId id, long after, SessionListener listener);

    /// CONFLICT when the call was answered already, no longer waits, or the fingerprint is another's;
    /// NOT_ALLOWED when the caller may not give this answer.
    SessionEvent answer(SessionId id, Answer answer);

    /// Cancels the run at work, waiting or queued; nothing happens when there is none.
    void stop(SessionId id);
}
