package io.atmoshub.server.live;

import io.atmoshub.hub.session.LiveText;
import io.atmoshub.hub.session.RunId;
import io.atmoshub.hub.session.SessionId;
import io.atmoshub.server.caller.Caller;
import io.atmoshub.server.database.Sql;
import io.atmoshub.server.database.Tx;
import io.atmoshub.server.node.Node;
import io.atmoshub.server.wiring.Service;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Looks after what is followed on this node, every two seconds and when called: events that no notice told
/// of, people who may no longer listen, and runs whose text other nodes have.
@Service
public final class LiveWatch implements Runnable, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(LiveWatch.class.getName());
    private static final long EVERY_MILLIS = 2_000;
    private static final long EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(EVERY_MILLIS);

    private final Tx tx;
    private final LiveHub live;
    private final Node me;
    private final Peers peers;
    private final ThreadFactory threads;
    private final Signal signal = new Signal();
    private final Map<SessionId, Heard> heard = new ConcurrentHashMap<>();
    private volatile boolean closed;

    private record Heard(RemoteRun run, RemoteText text) {}

    @Inject
    public LiveWatch(Tx tx, LiveHub live, Node me, Peers peers, ThreadFactory threads) {
        this.tx = tx;
        this.live = live;
        this.me = me;
        this.peers = peers;
        this.threads = threads;
    }

    /// There is a reason to look now.
    public void look() {
        signal.raise();
    }

    @Override
    public void run() {
        try {
            long callersSeen = System.nanoTime();
            while (!closed) {
                boolean called = signal.await(EVERY_MILLIS);
                LOG.log(Level.TRACE, "Looking; called: {0}", called);
                try {
                    lookAtSessions();
                    lookAtRuns();
                    // By the clock: a hub so busy that it is called all the time looks at them, too.
                    if (System.nanoTime() - callersSeen >= EVERY_NANOS) {
                        callersSeen = System.nanoTime();
                        lookAtCallers();
                    }
                } catch (RuntimeException e) {
                    LOG.log(Level.WARNING, "Looking after followed sessions failed; trying again", e);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void lookAtSessions() {
        Set<SessionId> followed = live.followed();
        if (followed.isEmpty()) {
            return;
        }
        Map<SessionId, Long> found = new HashMap<>();
        tx.call(em -> Sql.list(
                        em,
                        "select id, last_seq from session where id = any (cast(? as uuid[]))",
                        row -> Map.entry(new SessionId(row.getObject("id", UUID.class)), row.getLong("last_seq")),
                        array(followed)))
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        for (SessionId session : followed) {
            Long seq = found.get(session);
            if (seq == null) {
                live.gone(session);
            } else {
                live.reached(session, seq);
            }
        }
    }

    private void lookAtRuns() {
        Set<SessionId> followed = live.followed();
        Map<SessionId, RemoteRun> elsewhere = followed.isEmpty() ? Map.of() : elsewhere(followed);
        heard.forEach((session, one) -> {
            RemoteRun now = elsewhere.get(session);
            if (now == null || !now.same(one.run())) {
                one.text().close();
            }
        });
        elsewhere.forEach((session, run) -> heard.computeIfAbsent(session, id -> hear(run)));
    }

    private Heard hear(RemoteRun run) {
        SessionId session = run.session();
        RemoteText text = new RemoteText(live, peers, run, () -> heard.remove(session));
        threads.newThread(text).start();
        return new Heard(run, text);
    }

    private void lookAtCallers() {
        Map<Caller, List<Subscriber>> callers = live.everybody().stream()
                .collect(Collectors.groupingBy(one -> one.following().caller()));
        callers.forEach((caller, subscribers) ->
                live.closedTo(caller).ifPresent(why -> subscribers.forEach(subscriber -> subscriber.end(why))));
    }

    private Map<SessionId, RemoteRun> elsewhere(Set<SessionId> followed) {
        return tx.call(em -> Sql.list(em, """
                        select r.session_id, r.id, r.fence, n.address, r.open_block, r.open_after, r.open_text
                        from run r join node n on n.id = r.node
                        where r.state = 'WORKING' and r.node <> ? and r.session_id = any (cast(? as uuid[]))
                        """, LiveWatch::remote, me.id(), array(followed))).stream()
                .collect(Collectors.toMap(RemoteRun::session, run -> run));
    }

    private static RemoteRun remote(ResultSet row) throws SQLException {
        RunId run = new RunId(row.getObject("id", UUID.class));
        @Nullable String text = row.getString("open_text");
        return new RemoteRun(
                new SessionId(row.getObject("session_id", UUID.class)),
                run,
                row.getLong("fence"),
                URI.create(row.getString("address")),
                text == null
                        ? null
                        : new RemoteRun.Checkpoint(
                                row.getLong("open_after"), new LiveText(run, row.getInt("open_block"), 0, text)));
    }

    private static String array(Set<SessionId> sessions) {
        return sessions.stream().map(SessionId::toString).collect(Collectors.joining(",", "{", "}"));
    }

    @Override
    public void close() {
        closed = true;
        signal.raise();
        heard.values().forEach(one -> one.text().close());
    }
}
