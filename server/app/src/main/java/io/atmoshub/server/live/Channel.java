package io.atmoshub.server.live;

import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.hub.session.SessionId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A session that somebody on this node follows. It keeps the newest events, so that many followers of one
/// session cost one read.
final class Channel {
    /// Reads events of a session after a number.
    @FunctionalInterface
    interface Reader {
        List<SessionEvent> after(SessionId session, long after, int limit);
    }

    static final int BATCH = 200;
    private static final int KEPT = 64;

    private final SessionId session;
    private final Reader reader;
    private final List<Signal> signals = new CopyOnWriteArrayList<>();
    private final Deque<SessionEvent> recent = new ArrayDeque<>();
    private final Object reading = new Object();
    private volatile long latest;

    Channel(SessionId session, Reader reader) {
        this.session = session;
        this.reader = reader;
    }

    SessionId session() {
        return session;
    }

    void join(Signal signal) {
        signals.add(signal);
    }

    /// Whether nobody is left.
    boolean leave(Signal signal) {
        signals.remove(signal);
        return signals.isEmpty();
    }

    void raise() {
        signals.forEach(Signal::raise);
    }

    /// An event of this node. Those of two transactions may come in the wrong order; then the log is read.
    void appended(SessionEvent event) {
        synchronized (recent) {
            if (!recent.isEmpty() && recent.getLast().seq() == event.seq() - 1) {
                keep(event);
            }
        }
        reached(event.seq());
    }

    /// The session has events up to this one.
    void reached(long seq) {
        synchronized (recent) {
            if (seq <= latest) {
                return;
            }
            latest = seq;
        }
        raise();
    }

    /// The next events after one, as many as come at once; none when there is nothing new.
    List<SessionEvent> after(long seen) {
        if (seen >= latest) {
            return List.of();
        }
        List<SessionEvent> kept = kept(seen);
        if (!kept.isEmpty()) {
            return kept;
        }
        synchronized (reading) {
            kept = kept(seen);
            return kept.isEmpty() ? read(seen) : kept;
        }
    }

    /// Straight from the log: for who joins, whatever this node heard of the session.
    List<SessionEvent> read(long seen) {
        List<SessionEvent> events = reader.after(session, seen, BATCH);
        synchronized (recent) {
            for (SessionEvent event : events) {
                long last = recent.isEmpty() ? seen : recent.getLast().seq();
                if (event.seq() == last + 1) {
                    keep(event);
                }
            }
        }
        if (!events.isEmpty()) {
            reached(events.getLast().seq());
        }
        return events;
    }

    private List<SessionEvent> kept(long seen) {
        synchronized (recent) {
            return recent.isEmpty() || recent.getFirst().seq() > seen + 1
                    ? List.of()
                    : recent.stream().filter(event -> event.seq() > seen).toList();
        }
    }

    private void keep(SessionEvent event) {
        recent.addLast(event);
        if (recent.size() > KEPT) {
            recent.removeFirst();
        }
    }
}
