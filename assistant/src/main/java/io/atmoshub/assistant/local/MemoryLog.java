package io.atmoshub.assistant.local;

import io.atmoshub.assistant.conversation.RunLog;
import io.atmoshub.hub.session.Actor;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.LiveText;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.hub.session.SessionId;
import io.atmoshub.hub.session.SessionListener;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A session's log that ends with the program.
final class MemoryLog implements RunLog {
    private final SessionId session = SessionId.random();
    private final List<SessionEvent> events = new ArrayList<>();
    private final SessionListener listener;

    MemoryLog(SessionListener listener) {
        this.listener = listener;
    }

    @Override
    public List<SessionEvent> history() {
        return List.copyOf(events);
    }

    @Override
    public SessionEvent append(Actor actor, Happening what) {
        SessionEvent event = new SessionEvent(session, events.size() + 1L, Instant.now(), actor, what);
        events.add(event);
        listener.event(event);
        return event;
    }

    @Override
    public void live(LiveText piece) {
        listener.text(piece);
    }
}
