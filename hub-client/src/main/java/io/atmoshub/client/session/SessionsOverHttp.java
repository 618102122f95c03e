package io.atmoshub.client.session;

import io.atmoshub.client.wire.Path;
import io.atmoshub.client.wire.Wire;
import io.atmoshub.hub.Page;
import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.model.ModelRef;
import io.atmoshub.hub.session.AgentOffer;
import io.atmoshub.hub.session.Answer;
import io.atmoshub.hub.session.Message;
import io.atmoshub.hub.session.NewSession;
import io.atmoshub.hub.session.Session;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.hub.session.SessionFilter;
import io.atmoshub.hub.session.SessionId;
import io.atmoshub.hub.session.SessionListener;
import io.atmoshub.hub.session.SessionName;
import io.atmoshub.hub.session.Sessions;
import io.atmoshub.hub.session.Subscription;
import io.atmoshub.hub.session.Visibility;
import java.util.List;
import java.util.Map;

/// The sessions a person can see.
public record SessionsOverHttp(Wire wire) implements Sessions {
    @Override
    public Session create(NewSession session) {
        return wire.post(Path.of("sessions"), session, Session.class);
    }

    @Override
    public Page<Session> list(SessionFilter filter, PageRequest page) {
        Path path = Path.of("sessions")
                .with("project", filter.projectId())
                .with("text", filter.text())
                .with(page);
        return wire.page(path, Session.class);
    }

    @Override
    public Session get(SessionId id) {
        return wire.get(Path.of("sessions", id), Session.class);
    }

    @Override
    public Session rename(SessionId id, SessionName name) {
        return wire.put(Path.of("sessions", id, "name"), Map.of("name", name), Session.class);
    }

    @Override
    public Session share(SessionId id, Visibility visibility) {
        return wire.put(Path.of("sessions", id, "visibility"), Map.of("visibility", visibility), Session.class);
    }

    @Override
    public List<AgentOffer> agents(SessionId id) {
        return wire.list(Path.of("sessions", id, "agents"), AgentOffer.class);
    }

    @Override
    public SessionEvent chooseAgent(SessionId id, String agent) {
        return wire.put(Path.of("sessions", id, "agent"), Map.of("agent", agent), SessionEvent.class);
    }

    @Override
    public SessionEvent undoCompaction(SessionId id, long compacted) {
        return wire.post(
                Path.of("sessions", id, "compaction-undone"), Map.of("compacted", compacted), SessionEvent.class);
    }

    @Override
    public Session choose(SessionId id, ModelRef model) {
        return wire.put(Path.of("sessions", id, "model"), Map.of("model", model), Session.class);
    }

    @Override
    public void delete(SessionId id) {
        wire.delete(Path.of("sessions", id));
    }

    @Override
    public SessionEvent say(SessionId id, Message message) {
        return wire.post(Path.of("sessions", id, "messages"), message, SessionEvent.class);
    }

    @Override
    public List<SessionEvent> events(SessionId id, long after, int limit) {
        return wire.list(
                Path.of("sessions", id, "events").with("after", after).with("limit", limit), SessionEvent.class);
    }

    @Override
    public Subscription follow(SessionId id, long after, SessionListener listener) {
        return Feed.open(wire, id, after, listener);
    }

    @Override
    public SessionEvent answer(SessionId id, Answer answer) {
        return wire.post(Path.of("sessions", id, "answers"), answer, SessionEvent.class);
    }

    @Override
    public void stop(SessionId id) {
        wire.post(Path.of("sessions", id, "stop"));
    }
}
