package io.atmoshub.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.atmoshub.hub.HubException;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.LiveText;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.hub.session.SessionListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Somebody who looks on: keeps every event and piece of text in the order they came, and can wait for one.
final class Watcher implements SessionListener {
    private final List<SessionEvent> events = new ArrayList<>();
    private final List<LiveText> pieces = new ArrayList<>();

    @Override
    public synchronized void event(SessionEvent event) {
        events.add(event);
        notifyAll();
    }

    @Override
    public synchronized void text(LiveText piece) {
        pieces.add(piece);
        notifyAll();
    }

    @Override
    public synchronized void ended(HubException why) {
        notifyAll();
    }

    synchronized List<SessionEvent> events() {
        return List.copyOf(events);
    }

    synchronized List<LiveText> pieces() {
        return List.copyOf(pieces);
    }

    synchronized void awaitText(Duration most) {
        long deadline = System.nanoTime() + most.toNanos();
        while (pieces.isEmpty()) {
            pause(deadline, "any live text");
        }
    }

    /// Something that is being written now.
    synchronized void awaitMoreText(Duration most) {
        long deadline = System.nanoTime() + most.toNanos();
        int before = pieces.size();
        while (pieces.size() == before) {
            pause(deadline, "more live text");
        }
    }

    /// The first event of the kind, come or to come.
    synchronized <T extends Happening> T await(Class<T> kind, Duration most) {
        long deadline = System.nanoTime() + most.toNanos();
        while (true) {
            Optional<T> found = events.stream()
                    .map(SessionEvent::what)
                    .filter(kind::isInstance)
                    .map(kind::cast)
                    .findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            pause(deadline, "a " + kind.getSimpleName());
        }
    }

    /// How the run ended: finished, failed or cancelled.
    synchronized Happening awaitEnd(Duration most) {
        long deadline = System.nanoTime() + most.toNanos();
        for (Optional<Happening> end = ended(); ; end = ended()) {
            if (end.isPresent()) {
                return end.get();
            }
            pause(deadline, "the end of the run");
        }
    }

    synchronized Optional<Happening> ended() {
        return events.stream().map(SessionEvent::what).filter(Watcher::ends).findFirst();
    }

    private static boolean ends(Happening what) {
        return what instanceof Happening.RunFinished
                || what instanceof Happening.RunFailed
                || what instanceof Happening.RunCancelled;
    }

    static void assertNumberedFrom(long first, List<SessionEvent> events) {
        for (int i = 0; i < events.size(); i++) {
            assertThat(events.get(i).seq()).isEqualTo(first + i);
        }
    }

    // Every caller loops.
    @SuppressWarnings("WaitNotInLoop")
    private void pause(long deadline, String what) {
        long left = (deadline - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
            fail("Waited in vain for %s; came: %s", what, events);
        }
        try {
            wait(left);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
