package io.atmoshub.client.conversation;

import io.atmoshub.client.wire.Path;
import io.atmoshub.client.wire.Wire;
import io.atmoshub.hub.conversation.Conversations;
import io.atmoshub.hub.conversation.Rating;
import io.atmoshub.hub.conversation.Rewrite;
import io.atmoshub.hub.conversation.SessionExport;
import io.atmoshub.hub.project.ProjectId;
import io.atmoshub.hub.session.RunId;
import io.atmoshub.hub.session.Session;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.hub.session.SessionId;
import java.util.Map;
import java.util.UUID;

/// What people do with what was said.
public record ConversationsOverHttp(Wire wire) implements Conversations {
    @Override
    public SessionEvent withdraw(SessionId session, UUID message) {
        return wire.post(of(session, "withdrawals"), Map.of("message", message), SessionEvent.class);
    }

    @Override
    public SessionEvent rate(SessionId session, Rating rating) {
        return wire.post(of(session, "ratings"), rating, SessionEvent.class);
    }

    @Override
    public Session branch(SessionId session, Rewrite rewrite) {
        return wire.post(of(session, "branches"), rewrite, Session.class);
    }

    @Override
    public SessionEvent approve(SessionId session, RunId plan) {
        return wire.post(of(session, "approvals"), Map.of("run", plan), SessionEvent.class);
    }

    @Override
    public SessionExport export(SessionId session) {
        return wire.get(Path.of("sessions", session, "conversation"), SessionExport.class);
    }

    @Override
    public Session take(ProjectId project, SessionExport export) {
        return wire.post(Path.of("projects", project, "sessions"), export, Session.class);
    }

    private static Path of(SessionId session, String what) {
        return Path.of("sessions", session, "conversation", what);
    }
}
