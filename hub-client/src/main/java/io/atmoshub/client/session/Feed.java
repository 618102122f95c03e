package io.atmoshub.client.session;

import io.atmoshub.client.wire.Path;
import io.atmoshub.client.wire.Wire;
import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.HubJson;
import io.atmoshub.hub.session.LiveText;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.hub.session.SessionId;
import io.atmoshub.hub.session.SessionListener;
import io.atmoshub.hub.session.Subscription;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Follows one session over connections that come and go: after a break it asks for what comes after the
/// last event it passed on, so that the listener hears each once.
final class Feed implements Subscription {
    private static final System.Logger LOG = System.getLogger(Feed.class.getName());

    private final Wire wire;
    private final Path path;
    private final SessionListener listener;
    private final Patience patience;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile InputStream connection;
    private volatile long heardAt = System.nanoTime();
    private long seen;
    private Duration wait;
    private long brokenSince;

    private Feed(Wire wire, SessionId id, long after, SessionListener listener, Patience patience) {
        this.wire = wire;
        this.path = Path.of("sessions", id, "events").with("after", after);
        this.listener = listener;
        this.patience = patience;
        this.seen = after;
        this.wait = patience.firstWait();
        // Opened here, so that a refusal reaches the caller and not the listener.
        this.connection = wire.stream(path, after);
    }

    static Subscription open(Wire wire, SessionId id, long after, SessionListener listener) {
        return open(wire, id, after, listener, Patience.USUAL);
    }

    static Subscription open(Wire wire, SessionId id, long after, SessionListener listener, Patience patience) {
        var feed = new Feed(wire, id, after, listener, patience);
        Thread.ofVirtual().name("feed").start(feed::run);
        Thread.ofVirtual().name("feed watch").start(feed::watch);
        return feed;
    }

    @Override
    public void close() {
        closed.countDown();
        hangUp();
    }

    private void run() {
        try {
            while (isOpen()) {
                readOn();
                if (isOpen()) {
                    connectAgain();
                }
            }
        } catch (HubException end) {
            if (isOpen()) {
                listener.ended(end);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "A listener broke; it hears no more.", e);
        } finally {
            close();
        }
    }

    /// Until the connection ends. Throws what ended the session for this listener.
    private void readOn() {
        try (InputStream stream = connection) {
            var events = new EventStream(stream, () -> heardAt = System.nanoTime());
            EventStream.Sent sent = events.next();
            while (sent != null && isOpen()) {
                if (!passOn(sent)) {
                    return;
                }
                wait = patience.firstWait();
                brokenSince = 0;
                sent = events.next();
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "The connection broke; it is made anew.", e);
        }
    }

    /// False for what only a new connection can mend: a gap, and a hub that stops.
    private boolean passOn(EventStream.Sent sent) {
        switch (sent.name()) {
            case "event" -> {
                SessionEvent event = read(sent, SessionEvent.class);
                if (event == null) {
                    return false;
                }
                if (event.seq() > seen + 1) {
                    return false;
                }
                if (event.seq() == seen + 1) {
                    seen = event.seq();
                    listener.event(event);
                }
            }
            case "text" -> {
                LiveText text = read(sent, LiveText.class);
                if (text != null) {
                    listener.text(text);
                }
            }
            case "ended" -> {
                HubException end = wire.refusal(sent.data());
                if (!mayPass(end.code())) {
                    throw end;
                }
                // A hub that stops is most often back soon.
                return false;
            }
            default -> LOG.log(Level.DEBUG, "A hub of another version sent {0}.", sent.name());
        }
        return true;
    }

    private static <T> @Nullable T read(EventStream.Sent sent, Class<T> type) {
        try {
            return HubJson.read(sent.data(), type);
        } catch (JacksonException e) {
            LOG.log(Level.WARNING, "What the hub sent can't be read.", e);
            return null;
        }
    }

    private void connectAgain() {
        if (brokenSince == 0) {
            brokenSince = System.nanoTime();
        }
        while (rest()) {
            try {
                heardAt = System.nanoTime();
                connection = wire.stream(path, seen);
                heardAt = System.nanoTime();
                if (!isOpen()) {
                    hangUp();
                }
                return;
            } catch (HubException refusal) {
                if (!mayPass(refusal.code())
                        || System.nanoTime() - brokenSince > patience.giveUp().toNanos()) {
                    throw refusal;
                }
            }
        }
    }

    /// A little longer each time, and never in step with other clients.
    private boolean rest() {
        try {
            long millis = wait.toMillis();
            wait = wait.multipliedBy(2).compareTo(patience.longestWait()) > 0
                    ? patience.longestWait()
                    : wait.multipliedBy(2);
            return !closed.await(
                    millis / 2 + ThreadLocalRandom.current().nextLong(millis / 2 + 1), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean mayPass(ErrorCode code) {
        return switch (code) {
            case UNAVAILABLE, BROKEN, TOO_MANY_ATTEMPTS -> true;
            case INVALID_INPUT, NOT_SIGNED_IN, NOT_ALLOWED, NOT_FOUND, CONFLICT, TOO_LARGE -> false;
        };
    }

    /// The hub sends a heartbeat four times a minute: a connection that is silent for longer is dead.
    private void watch() {
        try {
            while (!closed.await(patience.silence().toMillis() / 3 + 1, TimeUnit.MILLISECONDS)) {
                if (System.nanoTime() - heardAt > patience.silence().toNanos()) {
                    heardAt = System.nanoTime();
                    hangUp();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isOpen() {
        return closed.getCount() > 0;
    }

    private void hangUp() {
        try {
            connection.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "The connection was broken already.", e);
        }
    }
}
