package io.atmoshub.server.run;

import io.atmoshub.hub.people.PersonId;
import io.atmoshub.hub.project.ProjectId;
import io.atmoshub.hub.session.RunId;
import io.atmoshub.hub.session.SessionId;
import io.atmoshub.server.database.Sql;
import io.atmoshub.server.database.Tx;
import io.atmoshub.server.live.OpenText;
import io.atmoshub.server.node.Node;
import io.atmoshub.server.node.Notice;
import io.atmoshub.server.wiring.Service;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/// Who holds which run. A lease lasts ten seconds and is renewed every two; when it ran out, any node takes
/// the run over by raising its fence, and from then on nothing that carries the old fence is written.
@Service
public final class Leases {
    /// One statement, so that two nodes never get the same run: the oldest that is queued with no earlier
    /// run of its session unfinished, or whose holder is gone.
    private static final String CLAIM = """
            with mine as (
                update run set state = 'WORKING', node = ?, fence = fence + 1,
                    lease_until = clock_timestamp() + interval '10 seconds',
                    lost = lost + case when state = 'WORKING' then 1 else 0 end
                where id = (
                    select r.id from run r
                    where r.state = 'WORKING' and r.lease_until < clock_timestamp()
                        or r.state = 'QUEUED' and not exists (
                            select 1 from run e
                            where e.session_id = r.session_id and e.asked_seq < r.asked_seq
                                and e.state in ('QUEUED', 'WORKING', 'WAITING'))
                    order by r.queued_at
                    limit 1
                    for update skip locked)
                returning *)
            select m.id, m.session_id, m.message_id, s.project_id, p.folder, m.asked_by, a.name, m.asked_from,
                m.fence, m.lost, m.cancel_requested
            from mine m
            join session s on s.id = m.session_id
            join project p on p.id = s.project_id
            join person a on a.id = m.asked_by
            """;

    private final Tx tx;
    private final Node me;

    @Inject
    public Leases(Tx tx, Node me) {
        this.tx = tx;
        this.me = me;
    }

    public Optional<ClaimedRun> claim() {
        return tx.call(em -> {
            Optional<ClaimedRun> claimed = Sql.first(em, CLAIM, Leases::claimed, me.id());
            claimed.ifPresent(run -> Notice.send(em, Notice.Kind.TAKEN, run.session()));
            return claimed;
        });
    }

    /// Renews, with a checkpoint of the open block if there is one. Nothing when somebody else holds the run
    /// now or it ended; else whether a stop was requested.
    Optional<Boolean> renew(ClaimedRun run, Optional<OpenText.Slice> open) {
        return tx.call(em -> Sql.first(
                em,
                """
                update run set lease_until = clock_timestamp() + interval '10 seconds',
                    open_block = cast(? as int), open_after = cast(? as bigint), open_text = ?
                where id = ? and fence = ? and state = 'WORKING'
                returning cancel_requested
                """,
                row -> row.getBoolean("cancel_requested"),
                open.map(slice -> slice.text().block()).orElse(null),
                open.map(OpenText.Slice::after).orElse(null),
                // PostgreSQL has no text with U+0000.
                open.map(slice -> slice.text().text().replace('\0', '\uFFFD')).orElse(null),
                run.id().value(),
                run.fence()));
    }

    /// Gives the run back, for any node to take.
    void release(ClaimedRun run) {
        tx.run(em -> {
            int released = Sql.update(em, """
                    update run set state = 'QUEUED', node = null, fence = fence + 1, lease_until = null
                    where id = ? and fence = ? and state = 'WORKING'
                    """, run.id().value(), run.fence());
            if (released > 0) {
                Notice.send(em, Notice.Kind.QUEUED, run.session());
            }
        });
    }

    /// Whether the run is still ours; it stays so until the transaction ends.
    boolean holds(EntityManager em, ClaimedRun run) {
        return Sql.first(
                        em,
                        "select 1 from run where id = ? and fence = ? and state = 'WORKING' for no key update",
                        row -> true,
                        run.id().value(),
                        run.fence())
                .isPresent();
    }

    /// Ends the run, or has it wait for the answer to an event.
    void moveTo(EntityManager em, RunId run, RunState state, long seq) {
        Sql.update(em, """
                update run set state = ?, lease_until = null, waiting_seq = cast(? as bigint),
                    open_block = null, open_after = null, open_text = null,
                    ended_at = case when ? then clock_timestamp() end
                where id = ?
                """, state.name(), state == RunState.WAITING ? seq : null, state.ended(), run.value());
    }

    private static ClaimedRun claimed(ResultSet row) throws SQLException {
        return new ClaimedRun(
                new RunId(row.getObject("id", UUID.class)),
                new SessionId(row.getObject("session_id", UUID.class)),
                row.getObject("message_id", UUID.class),
                new ProjectId(row.getObject("project_id", UUID.class)),
                Path.of(row.getString("folder")),
                new ClaimedRun.Asker(
                        new PersonId(row.getObject("asked_by", UUID.class)),
                        row.getString("name"),
                        row.getString("asked_from")),
                row.getLong("fence"),
                row.getInt("lost"),
                row.getBoolean("cancel_requested"));
    }
}
