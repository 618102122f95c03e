package io.atmoshub.hub.testing;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.conversation.BranchPoint;
import io.atmoshub.hub.conversation.Conversations;
import io.atmoshub.hub.conversation.ImportedLog;
import io.atmoshub.hub.conversation.Plan;
import io.atmoshub.hub.conversation.Rating;
import io.atmoshub.hub.conversation.Rewrite;
import io.atmoshub.hub.conversation.SessionExport;
import io.atmoshub.hub.people.Person;
import io.atmoshub.hub.people.Role;
import io.atmoshub.hub.project.ProjectId;
import io.atmoshub.hub.session.Actor;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.Message;
import io.atmoshub.hub.session.NewSession;
import io.atmoshub.hub.session.RunId;
import io.atmoshub.hub.session.Session;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.hub.session.SessionId;
import io.atmoshub.hub.session.Visibility;
import io.atmoshub.hub.token.Scope;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/// What people do with what was said, in memory.
record ConversationsInMemory(Organisation org, WayIn way) implements Conversations {
    @Override
    public SessionEvent withdraw(SessionId session, UUID message) {
        return org.locked(() -> {
            Person me = org.require(way, Role.VIEWER, Scope.CHAT);
            Room room = sessions().speaking(me, session);
            SessionEvent said = room.said.get(message);
            if (said == null) {
                throw Organisation.notFound("message", message);
            }
            if (!me.id().equals(said.actor().personId()) && !me.id().equals(room.ownerId) && me.role() != Role.ADMIN) {
                throw new HubException(ErrorCode.NOT_ALLOWED, "Somebody else said it.", "Ask them to withdraw it.");
            }
            if (!room.unqueue(message)) {
                throw new HubException(ErrorCode.CONFLICT, "The assistant took it up already.", "Stop the run.");
            }
            return room.append(SessionsInMemory.actor(me), new Happening.MessageWithdrawn(message));
        });
    }

    @Override
    public SessionEvent rate(SessionId session, Rating rating) {
        return org.locked(() -> {
            Person me = org.require(way, Role.VIEWER, Scope.CHAT);
            Room room = sessions().speaking(me, session);
            if (room.log.stream()
                    .noneMatch(event -> event.what() instanceof Happening.RunStarted(RunId run, UUID _, String _)
                            && run.equals(rating.run()))) {
                throw Organisation.notFound("run", rating.run());
            }
            return room.append(
                    SessionsInMemory.actor(me), new Happening.Rated(rating.run(), rating.thumb(), rating.word()));
        });
    }

    @Override
    public Session branch(SessionId session, Rewrite rewrite) {
        return org.locked(() -> {
            Person me = org.require(way, Role.VIEWER, Scope.CHAT);
            Room old = sessions().speaking(me, session);
            BranchPoint point = BranchPoint.before(rewrite.message(), List.copyOf(old.log));
            Actor actor = SessionsInMemory.actor(me);
            var made =
                    new Room(org, me.id(), new NewSession(old.projectId, BranchPoint.name(old.name), old.visibility));
            made.copy(old, point.last());
            org.rooms.put(made.id, made);
            point.withdrawn().forEach(message -> made.append(actor, new Happening.MessageWithdrawn(message)));
            made.append(actor, new Happening.BranchBegun(old.id, old.name, point.last()));
            old.append(actor, new Happening.BranchedOff(made.id, made.name, rewrite.message()));
            org.record(way, "session.branch", "session", made.id, made.name, Map.of("from", old.id.toString()));
            sessions().say(made.id, rewrite.instead());
            return made.seenBy(me);
        });
    }

    @Override
    public SessionEvent approve(SessionId session, RunId plan) {
        return org.locked(() -> {
            Person me = org.require(way, Role.VIEWER, Scope.CHAT);
            Room room = sessions().speaking(me, session);
            if (Plan.open(List.copyOf(room.log))
                    .filter(open -> open.run().equals(plan))
                    .isEmpty()) {
                throw new HubException(ErrorCode.CONFLICT, "No such plan waits.", "Look at the session.");
            }
            SessionEvent approved = room.append(SessionsInMemory.actor(me), new Happening.PlanApproved(plan));
            sessions().say(session, Message.of(Plan.CARRY_OUT));
            return approved;
        });
    }

    @Override
    public SessionExport export(SessionId session) {
        return org.locked(() -> {
            Session seen = sessions().get(session);
            org.record(way, "session.export", "session", session, seen.name(), Map.of());
            return SessionExport.of(
                    seen.name(),
                    seen.projectName(),
                    org.now(),
                    List.copyOf(Objects.requireNonNull(org.rooms.get(session)).log));
        });
    }

    @Override
    public Session take(ProjectId project, SessionExport export) {
        return org.locked(() -> {
            Person me = org.require(way, Role.VIEWER, Scope.CHAT);
            Session made = sessions().create(new NewSession(project, export.name(), Visibility.PRIVATE));
            Room room = Objects.requireNonNull(org.rooms.get(made.id()));
            ImportedLog.of(export, made.id(), SessionsInMemory.actor(me), org.now())
                    .forEach(room::adopt);
            return room.seenBy(me);
        });
    }

    private SessionsInMemory sessions() {
        return new SessionsInMemory(org, way);
    }
}
