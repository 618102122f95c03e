package io.atmoshub.server.conversation;

import static io.atmoshub.hub.ErrorCode.CONFLICT;
import static io.atmoshub.hub.ErrorCode.NOT_ALLOWED;
import static io.atmoshub.hub.ErrorCode.NOT_FOUND;

import io.atmoshub.hub.HubException;
import io.atmoshub.hub.HubJson;
import io.atmoshub.hub.conversation.Conversations;
import io.atmoshub.hub.conversation.Plan;
import io.atmoshub.hub.conversation.Rating;
import io.atmoshub.hub.conversation.Rewrite;
import io.atmoshub.hub.conversation.SessionExport;
import io.atmoshub.hub.people.Person;
import io.atmoshub.hub.project.ProjectId;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.Message;
import io.atmoshub.hub.session.RunId;
import io.atmoshub.hub.session.Session;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.hub.session.SessionId;
import io.atmoshub.hub.session.Sessions;
import io.atmoshub.server.database.Sql;
import io.atmoshub.server.database.Tx;
import io.atmoshub.server.run.RunQueue;
import io.atmoshub.server.session.SessionDoor;
import io.atmoshub.server.session.SessionPlace;
import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.UUID;

/// What people do with what was said, for one caller.
final class ConversationsBean implements Conversations {
    private final Tx tx;
    private final SessionDoor door;
    private final RunQueue runs;
    private final Sessions sessions;

    ConversationsBean(Tx tx, SessionDoor door, RunQueue runs, Sessions sessions) {
        this.tx = tx;
        this.door = door;
        this.runs = runs;
        this.sessions = sessions;
    }

    @Override
    public SessionEvent withdraw(SessionId id, UUID message) {
        return tx.call(em -> {
            Person me = door.chatting(em);
            SessionPlace place = SessionPlace.speaking(em, me, id);
            SessionEvent said = door.log()
                    .message(em, id, message)
                    .orElseThrow(() -> new HubException(
                            NOT_FOUND,
                            "There is no message %s in this session.".formatted(message),
                            "Look at the session."));
            if (!me.id().equals(said.actor().personId()) && !place.rights().changes(me)) {
                throw new HubException(
                        NOT_ALLOWED,
                        "%s said this.".formatted(said.actor().name()),
                        "Ask them, or the session's owner, to withdraw it.");
            }
            if (!runs.withdraw(em, id, message)) {
                throw new HubException(
                        CONFLICT,
                        "The assistant took this message up already, or it was withdrawn before.",
                        "Stop the run, or ask for something else in another message.");
            }
            door.note(em, "session.withdraw", place, Map.of("message", message.toString()));
            return door.append(em, me, id, new Happening.MessageWithdrawn(message));
        });
    }

    @Override
    public SessionEvent rate(SessionId id, Rating rating) {
        return tx.call(em -> {
            Person me = door.chatting(em);
            SessionPlace.speaking(em, me, id);
            if (!answered(em, id, rating.run())) {
                throw new HubException(
                        NOT_FOUND,
                        "There is no answer %s in this session.".formatted(rating.run()),
                        "Look at the session.");
            }
            return door.append(em, me, id, new Happening.Rated(rating.run(), rating.thumb(), rating.word()));
        });
    }

    @Override
    public Session branch(SessionId id, Rewrite rewrite) {
        return new Branches(tx, door, sessions).branch(id, rewrite);
    }

    @Override
    public SessionEvent approve(SessionId id, RunId plan) {
        return tx.call(em -> {
            Person me = door.chatting(em);
            SessionPlace place = SessionPlace.speaking(em, me, id);
            boolean waits = Plan.open(door.log().after(em, id, 0, Integer.MAX_VALUE))
                    .filter(open -> open.run().equals(plan))
                    .isPresent();
            if (!waits) {
                throw new HubException(
                        CONFLICT,
                        "This plan does not wait for approval: it was approved, or something else was said since.",
                        "Look at the session, and ask for a plan again.");
            }
            door.note(em, "session.plan-approved", place, Map.of("run", plan.toString()));
            SessionEvent approved = door.append(em, me, id, new Happening.PlanApproved(plan));
            sessions.say(id, Message.of(Plan.CARRY_OUT));
            return approved;
        });
    }

    @Override
    public SessionExport export(SessionId id) {
        return new Exports(tx, door, sessions).of(id);
    }

    @Override
    public Session take(ProjectId project, SessionExport export) {
        return new Exports(tx, door, sessions).take(project, export);
    }

    /// By the log, not the runs: a branch or an import has answers whose runs were elsewhere.
    private static boolean answered(EntityManager em, SessionId id, RunId run) {
        return Sql.list(
                        em,
                        "select payload from session_event where session_id = ? and kind = 'run_started'",
                        row -> HubJson.read(row.getString("payload"), Happening.RunStarted.class),
                        id.value())
                .stream()
                .anyMatch(started -> started.run().equals(run));
    }
}
