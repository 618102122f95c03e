package io.atmoshub.server.session;

import io.atmoshub.hub.session.Actor;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.SessionId;
import io.atmoshub.hub.session.Verdict;
import io.atmoshub.server.database.Sql;
import io.atmoshub.server.database.Tx;
import io.atmoshub.server.log.SessionLog;
import io.atmoshub.server.run.RunQueue;
import io.atmoshub.server.run.ToolAudit;
import io.atmoshub.server.wiring.Service;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;

/// Denies what nobody answered for too long, so that the run comes to an end.
@Service
public final class StaleQuestions {
    private final Tx tx;
    private final SessionLog log;
    private final RunQueue runs;
    private final ToolAudit audit;
    private final Patience patience;

    @Inject
    public StaleQuestions(Tx tx, SessionLog log, RunQueue runs, ToolAudit audit, Patience patience) {
        this.tx = tx;
        this.log = log;
        this.runs = runs;
        this.audit = audit;
        this.patience = patience;
    }

    /// How many there were.
    public int clear() {
        List<SessionId> old = tx.call(em ->
                Sql.list(em, """
                select r.session_id from run r
                join session_event e on e.session_id = r.session_id and e.seq = r.waiting_seq
                where r.state = 'WAITING' and e.at < ?
                """, row -> new SessionId(row.getObject("session_id", UUID.class)), patience.latest()));
        return (int) old.stream().filter(this::denied).count();
    }

    /// Under the session's lock, as any answer: somebody may answer just now.
    private boolean denied(SessionId id) {
        return tx.call(em -> {
            if (em.find(SessionEntity.class, id.value(), LockModeType.PESSIMISTIC_WRITE) == null) {
                return false;
            }
            var waiting = runs.waiting(em, id).filter(open -> patience.isOver(open.since()));
            waiting.ifPresent(open -> {
                Happening.ApprovalAsked asked = open.asked();
                String why = "nobody answered within %s".formatted(patience.words());
                audit.expired(em, id, asked, why);
                log.append(
                        em, id, Actor.HUB, new Happening.Decided(asked.run(), asked.call(), Verdict.DENIED, why, null));
                runs.answered(em, id, asked.run());
            });
            return waiting.isPresent();
        });
    }
}
