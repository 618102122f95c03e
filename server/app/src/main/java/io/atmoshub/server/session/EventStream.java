package io.atmoshub.server.session;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.HubJson;
import io.atmoshub.hub.Problem;
import io.atmoshub.hub.session.LiveText;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.hub.session.SessionId;
import io.atmoshub.hub.session.SessionListener;
import io.atmoshub.hub.session.Sessions;
import io.atmoshub.hub.session.Subscription;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One client that follows a session. Each piece is waited for until the network took it, so a slow client
/// gets larger pieces, and one that takes nothing for half a minute is let go.
final class EventStream implements SessionListener {
    private static final System.Logger LOG = System.getLogger(EventStream.class.getName());
    private static final long HEARTBEAT_SECONDS = 15;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final SseEventSink sink;
    private final Sse sse;
    private final Duration patience;
    private final CountDownLatch over = new CountDownLatch(1);
    private final Object sending = new Object();

    EventStream(SseEventSink sink, Sse sse) {
        this(sink, sse, PATIENCE);
    }

    EventStream(SseEventSink sink, Sse sse, Duration patience) {
        this.sink = sink;
        this.sse = sse;
        this.patience = patience;
    }

    /// The number in a client's `Last-Event-ID`.
    static long number(String lastEventId) {
        try {
            return Long.parseLong(lastEventId.strip());
        } catch (NumberFormatException e) {
            throw new HubException(
                    ErrorCode.INVALID_INPUT,
                    "Last-Event-ID is \"%s\", no number of an event.".formatted(lastEventId),
                    "Send the last id that came, or none.",
                    e);
        }
    }

    void follow(Sessions sessions, SessionId session, long after, ThreadFactory threads) {
        Subscription subscription = sessions.follow(session, after, this);
        threads.newThread(() -> {
                    try (subscription) {
                        keepAlive();
                    } finally {
                        over.countDown();
                        sink.close();
                    }
                })
                .start();
    }

    @Override
    public void event(SessionEvent event) {
        send(sse.newEventBuilder()
                .name("event")
                .id(Long.toString(event.seq()))
                .data(String.class, HubJson.write(event))
                .build());
    }

    @Override
    public void text(LiveText text) {
        send(sse.newEventBuilder()
                .name("text")
                .data(String.class, HubJson.write(text))
                .build());
    }

    @Override
    public void ended(HubException why) {
        try {
            send(sse.newEventBuilder()
                    .name("ended")
                    .data(String.class, HubJson.write(Problem.of(why)))
                    .build());
        } finally {
            over.countDown();
        }
    }

    /// Shows proxies, and us, that somebody is still there.
    private void keepAlive() {
        try {
            while (!over.await(HEARTBEAT_SECONDS, TimeUnit.SECONDS)) {
                send(sse.newEventBuilder().comment(" ").build());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IllegalStateException e) {
            LOG.log(Level.DEBUG, "A client left", e);
        }
    }

    private void send(OutboundSseEvent piece) {
        synchronized (sending) {
            if (sink.isClosed()) {
                over.countDown();
                throw new IllegalStateException("The client is gone.");
            }
            try {
                sink.send(piece).toCompletableFuture().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (ExecutionException | TimeoutException e) {
                over.countDown();
                throw new IllegalStateException("The client takes nothing any more.", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Stopped while sending.", e);
            }
        }
    }
}
