package io.atmoshub.server.log;

import io.atmoshub.hub.HubJson;
import io.atmoshub.hub.people.PersonId;
import io.atmoshub.hub.session.Actor;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.hub.session.SessionId;
import io.atmoshub.server.database.Sql;
import io.atmoshub.server.database.Tx;
import io.atmoshub.server.node.Notice;
import io.atmoshub.server.wiring.Service;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Appends to sessions and reads them. Taking the next number locks the session until the transaction ends,
/// so numbers have no gaps and who sees an event sees all before it.
@Service
public final class SessionLog {
    private static final String APPEND = """
            with numbered as (
                update session set last_seq = last_seq + 1,
                    updated_at = case when ? then clock_timestamp() else updated_at end
                where id = ? returning id, last_seq)
            insert into session_event
                (session_id, seq, kind, payload, actor_kind, actor_id, actor_name, message_id, at)
            select id, last_seq, ?, cast(? as json), ?, cast(? as uuid), ?, cast(? as uuid), clock_timestamp()
            from numbered
            returning seq, at, pg_notify('%s', 'APPENDED ' || session_id || ' ' || seq)
            """.formatted(Notice.CHANNEL);
    private static final String COLUMNS = "session_id, seq, at, actor_kind, actor_id, actor_name, payload";

    private final Tx tx;
    private final List<Consumer<SessionEvent>> listeners = new CopyOnWriteArrayList<>();
    private final AtomicLong appended = new AtomicLong();

    @Inject
    public SessionLog(Tx tx) {
        this.tx = tx;
    }

    /// Tells of every event that this node appended, once it is committed.
    public void onAppend(Consumer<SessionEvent> listener) {
        listeners.add(listener);
    }

    /// How many events this node appended since it started.
    public long appended() {
        return appended.get();
    }

    /// Nothing when the session is gone.
    public Optional<SessionEvent> append(EntityManager em, SessionId session, Actor actor, Happening what) {
        Optional<SessionEvent> event = Sql.first(
                em,
                APPEND,
                row -> new SessionEvent(session, row.getLong("seq"), Sql.instant(row, "at"), actor, what),
                showsUse(what),
                session.value(),
                Kinds.of(what),
                HubJson.write(what),
                actor.kind().name(),
                actor.personId() == null ? null : actor.personId().value(),
                actor.name(),
                what instanceof Happening.UserMessage said ? said.messageId() : null);
        event.ifPresent(one -> tx.afterCommit(() -> {
            appended.incrementAndGet();
            listeners.forEach(listener -> listener.accept(one));
        }));
        return event;
    }

    /// What another session had up to a number, with the numbers it had there; for a session with no event yet.
    public void copy(EntityManager em, SessionId from, SessionId to, long last) {
        Sql.update(em, """
                insert into session_event
                    (session_id, seq, kind, payload, actor_kind, actor_id, actor_name, message_id, at)
                select ?, seq, kind, payload, actor_kind, actor_id, actor_name, message_id, at
                from session_event where session_id = ? and seq <= ?
                """, to.value(), from.value(), last);
        Sql.update(em, "update session set last_seq = ? where id = ?", last, to.value());
    }

    /// Events from elsewhere, numbered from 1, with the times they had there; for a session with no event yet.
    public void adopt(EntityManager em, SessionId session, List<SessionEvent> events) {
        for (SessionEvent event : events) {
            Sql.update(
                    em,
                    """
                    insert into session_event
                        (session_id, seq, kind, payload, actor_kind, actor_id, actor_name, message_id, at)
                    values (?, ?, ?, cast(? as json), ?, cast(? as uuid), ?, cast(? as uuid), ?)
                    """,
                    session.value(),
                    event.seq(),
                    Kinds.of(event.what()),
                    HubJson.write(event.what()),
                    event.actor().kind().name(),
                    event.actor().personId() == null
                            ? null
                            : event.actor().personId().value(),
                    event.actor().name(),
                    event.what() instanceof Happening.UserMessage said ? said.messageId() : null,
                    event.at());
        }
        Sql.update(em, "update session set last_seq = ? where id = ?", events.size(), session.value());
    }

    /// What happened is read from all rows at once: that is most of the work of opening a session.
    public List<SessionEvent> after(EntityManager em, SessionId session, long after, int limit) {
        List<String> payloads = new ArrayList<>();
        List<Function<Happening, SessionEvent>> rows = Sql.list(
                em,
                "select " + COLUMNS + " from session_event where session_id = ? and seq > ? order by seq limit ?",
                row -> {
                    payloads.add(row.getString("payload"));
                    return event(row);
                },
                session.value(),
                after,
                limit);
        Iterator<Happening> happenings =
                HubJson.readAll(payloads, Happening.class).iterator();
        return rows.stream().map(row -> row.apply(happenings.next())).toList();
    }

    public Optional<SessionEvent> message(EntityManager em, SessionId session, UUID message) {
        return Sql.first(
                em,
                "select " + COLUMNS + " from session_event where session_id = ? and message_id = ?",
                row -> event(row).apply(HubJson.read(row.getString("payload"), Happening.class)),
                session.value(),
                message);
    }

    private static boolean showsUse(Happening what) {
        return switch (what) {
            case Happening.UserMessage m -> true;
            case Happening.RunFinished f -> true;
            case Happening.RunFailed f -> true;
            case Happening.RunCancelled c -> true;
            case Happening.ApprovalAsked a -> true;
            case Happening.Approved a -> false;
            case Happening.Decided d -> false;
            case Happening.RunStarted s -> false;
            case Happening.RunResumed r -> false;
            case Happening.AssistantText t -> false;
            case Happening.ToolCalled c -> false;
            case Happening.ToolStarted s -> false;
            case Happening.FileWritten w -> false;
            case Happening.ToolFinished f -> false;
            case Happening.Renamed r -> true;
            case Happening.Shared s -> true;
            case Happening.FilesApplied a -> true;
            case Happening.FilesCommitted c -> true;
            case Happening.FilesDiscarded d -> true;
            case Happening.AgentChosen a -> true;
            case Happening.Compacted c -> false;
            case Happening.CompactionUndone u -> false;
            case Happening.ModelChosen c -> false;
            case Happening.MessageWithdrawn w -> false;
            case Happening.Rated r -> false;
            case Happening.BranchedOff b -> false;
            case Happening.BranchBegun b -> true;
            case Happening.Imported i -> true;
            case Happening.PlanApproved p -> false;
        };
    }

    private static Function<Happening, SessionEvent> event(ResultSet row) throws SQLException {
        var session = new SessionId(row.getObject("session_id", UUID.class));
        long seq = row.getLong("seq");
        Instant at = Sql.instant(row, "at");
        @Nullable UUID person = row.getObject("actor_id", UUID.class);
        var actor = new Actor(
                Actor.Kind.valueOf(row.getString("actor_kind")),
                person == null ? null : new PersonId(person),
                row.getString("actor_name"));
        return what -> new SessionEvent(session, seq, at, actor, what);
    }
}
