package io.atmoshub.server.run;

import io.atmoshub.hub.HubJson;
import io.atmoshub.hub.people.PersonId;
import io.atmoshub.hub.session.Actor;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.Outcome;
import io.atmoshub.hub.session.RunId;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.hub.session.SessionId;
import io.atmoshub.server.caller.Caller;
import io.atmoshub.server.database.Sql;
import io.atmoshub.server.database.Tx;
import io.atmoshub.server.log.SessionLog;
import io.atmoshub.server.node.Notice;
import io.atmoshub.server.wiring.Service;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What people do to runs: ask for one, answer what it asked, stop it. The caller holds the session's lock.
@Service
public final class RunQueue {
    private record Unfinished(RunId run, RunState state, long fence, long waitingSeq) {}

    private final Tx tx;
    private final SessionLog log;
    private final Leases leases;
    private final RunEngine engine;

    @Inject
    public RunQueue(Tx tx, SessionLog log, Leases leases, RunEngine engine) {
        this.tx = tx;
        this.log = log;
        this.leases = leases;
        this.engine = engine;
    }

    public void add(EntityManager em, SessionEvent event, UUID message, Caller caller) {
        Sql.update(
                em,
                """
                insert into run (id, session_id, message_id, asked_seq, asked_by, asked_from)
                values (?, ?, ?, ?, ?, ?)
                """,
                UUID.randomUUID(),
                event.session().value(),
                message,
                event.seq(),
                caller.person().value(),
                caller.address());
        call(em, event.session());
    }

    /// Whether the run on this message had not begun; then it never will.
    public boolean withdraw(EntityManager em, SessionId session, UUID message) {
        return Sql.update(em, """
                update run set state = 'CANCELLED', ended_at = clock_timestamp()
                where session_id = ? and message_id = ? and state = 'QUEUED' and fence = 0
                """, session.value(), message) > 0;
    }

    public int unfinished(EntityManager em, SessionId session) {
        return list(em, session).size();
    }

    /// A question that a run waits with: since when, and on whose message.
    public record Waiting(Happening.ApprovalAsked asked, Instant since, PersonId asker) {}

    public Optional<Waiting> waiting(EntityManager em, SessionId session) {
        return Sql.first(
                em,
                """
                select e.payload, e.at, r.asked_by from run r
                join session_event e on e.session_id = r.session_id and e.seq = r.waiting_seq
                where r.session_id = ? and r.state = 'WAITING' and e.kind = 'approval_asked'
                for no key update of r
                """,
                row -> new Waiting(
                        HubJson.read(row.getString("payload"), Happening.ApprovalAsked.class),
                        Sql.instant(row, "at"),
                        new PersonId(row.getObject("asked_by", UUID.class))),
                session.value());
    }

    /// The answer is in the log: the run may go on.
    public void answered(EntityManager em, SessionId session, RunId run) {
        Sql.update(
                em,
                "update run set state = 'QUEUED', waiting_seq = null where id = ? and state = 'WAITING'",
                run.value());
        call(em, session);
    }

    /// What is not at work ends now; what is, ends as soon as its node hears of it.
    public void stop(EntityManager em, SessionId session, Actor actor) {
        boolean atWork = false;
        for (Unfinished run : list(em, session)) {
            if (run.state() == RunState.WAITING) {
                asked(em, session, run).ifPresent(asked -> cancelCall(em, session, actor, asked));
            }
            if (run.state() == RunState.WAITING || run.fence() == 0) {
                log.append(em, session, actor, new Happening.RunCancelled(run.run()));
                leases.moveTo(em, run.run(), RunState.CANCELLED, 0);
            } else {
                atWork = true;
                Sql.update(
                        em,
                        "update run set cancel_requested = true where id = ?",
                        run.run().value());
            }
        }
        if (atWork) {
            Notice.send(em, Notice.Kind.STOP, session);
            tx.afterCommit(() -> engine.stop(session));
        }
    }

    private void cancelCall(EntityManager em, SessionId session, Actor actor, Happening.ApprovalAsked asked) {
        log.append(
                em,
                session,
                actor,
                new Happening.ToolFinished(
                        asked.run(), asked.call(), Outcome.CANCELLED, "Stopped", "The run was stopped by a person."));
    }

    private void call(EntityManager em, SessionId session) {
        Notice.send(em, Notice.Kind.QUEUED, session);
        tx.afterCommit(engine::call);
    }

    private static List<Unfinished> list(EntityManager em, SessionId session) {
        return Sql.list(
                em,
                """
                select id, state, fence, waiting_seq from run
                where session_id = ? and state in ('QUEUED', 'WORKING', 'WAITING')
                order by asked_seq for no key update
                """,
                row -> new Unfinished(
                        new RunId(row.getObject("id", UUID.class)),
                        RunState.valueOf(row.getString("state")),
                        row.getLong("fence"),
                        row.getLong("waiting_seq")),
                session.value());
    }

    private static Optional<Happening.ApprovalAsked> asked(EntityManager em, SessionId session, Unfinished run) {
        return Sql.first(
                em,
                "select payload from session_event where session_id = ? and seq = ? and kind = 'approval_asked'",
                row -> HubJson.read(row.getString("payload"), Happening.ApprovalAsked.class),
                session.value(),
                run.waitingSeq());
    }
}
