package io.atmoshub.server.live;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.LiveText;
import io.atmoshub.hub.session.RunId;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.hub.session.SessionListener;
import io.atmoshub.hub.session.Subscription;
import io.atmoshub.hub.session.Visibility;
import io.atmoshub.server.caller.Caller;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One listener and its thread. It remembers how far the listener is, in events and in the open block, and
/// takes the next whenever the listener is ready: nothing piles up for one that is slow.
final class Subscriber implements Subscription, Runnable {
    private static final System.Logger LOG = System.getLogger(Subscriber.class.getName());
    private static final long LOOK_MILLIS = 30_000;

    private final Following following;
    private final Channel channel;
    private final Supplier<Optional<OpenText>> open;
    private final Function<Caller, Optional<HubException>> closedTo;
    private final SessionListener listener;
    private final Consumer<Subscriber> left;
    private final Signal signal;
    private volatile boolean closed;
    private volatile @Nullable HubException end;

    private long seen;
    private OpenText.@Nullable Position position;
    private @Nullable RunId settledRun;
    private int settledBlock;

    Subscriber(
            Following following,
            Channel channel,
            Signal signal,
            Supplier<Optional<OpenText>> open,
            Function<Caller, Optional<HubException>> closedTo,
            SessionListener listener,
            Consumer<Subscriber> left) {
        this.following = following;
        this.channel = channel;
        this.signal = signal;
        this.open = open;
        this.closedTo = closedTo;
        this.listener = listener;
        this.left = left;
        this.seen = following.after();
    }

    Following following() {
        return following;
    }

    /// Tells the listener why, after what it is being told right now.
    void end(HubException why) {
        end = why;
        signal.raise();
    }

    @Override
    public void close() {
        closed = true;
        signal.raise();
        left.accept(this);
    }

    @Override
    public void run() {
        try {
            catchUp();
            while (going()) {
                tellEvents(channel.after(seen));
                tellText();
                if (channel.after(seen).isEmpty()) {
                    boolean news = signal.await(LOOK_MILLIS);
                    LOG.log(Level.TRACE, "Woken by news: {0}", news);
                }
            }
            HubException why = end;
            if (why != null && !closed) {
                listener.ended(why);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // A listener that is gone, most often. It can follow again from where it is.
            LOG.log(Level.DEBUG, "A listener of session " + channel.session() + " fell away", e);
            tellBroken();
        } finally {
            closed = true;
            left.accept(this);
        }
    }

    private void catchUp() {
        List<SessionEvent> events;
        do {
            events = channel.read(seen);
            tellEvents(events);
        } while (going() && !events.isEmpty());
    }

    private boolean going() {
        return !closed && end == null && !Thread.currentThread().isInterrupted();
    }

    /// What was said after somebody was switched off is not for them, so each batch asks first.
    private void tellEvents(List<SessionEvent> events) {
        if (!events.isEmpty()) {
            closedTo.apply(following.caller()).ifPresent(this::end);
        }
        for (SessionEvent event : events) {
            if (!going()) {
                return;
            }
            if (hides(event)) {
                end(following.noLongerVisible());
                return;
            }
            listener.event(event);
            seen = event.seq();
            settle(event.what());
        }
    }

    /// That a session became private is for its owner alone. Old changes of this kind are history.
    private boolean hides(SessionEvent event) {
        return !following.owner()
                && event.seq() > following.lastSeq()
                && event.what() instanceof Happening.Shared(Visibility visibility)
                && visibility == Visibility.PRIVATE;
    }

    private void settle(Happening what) {
        switch (what) {
            case Happening.AssistantText(RunId run, int block, String _) -> settle(run, block);
            case Happening.RunFinished(RunId run) -> settle(run, Integer.MAX_VALUE);
            case Happening.RunFailed(RunId run, String _, String _) -> settle(run, Integer.MAX_VALUE);
            case Happening.RunCancelled(RunId run) -> settle(run, Integer.MAX_VALUE);
            default -> {}
        }
    }

    private void settle(RunId run, int block) {
        settledRun = run;
        settledBlock = block;
    }

    private void tellText() {
        Optional<OpenText.Slice> slice = open.get().flatMap(text -> text.since(position));
        if (slice.isEmpty() || !going()) {
            return;
        }
        OpenText.Slice next = slice.get();
        if (next.after() > seen) {
            channel.reached(next.after());
            return;
        }
        position = next.upTo();
        LiveText text = next.text();
        if (!text.run().equals(settledRun) || text.block() > settledBlock) {
            listener.text(text);
        }
    }

    private void tellBroken() {
        if (!closed) {
            try {
                listener.ended(new HubException(
                        ErrorCode.UNAVAILABLE, "The live connection broke.", "Follow again from the last event."));
            } catch (RuntimeException e) {
                LOG.log(Level.DEBUG, "It does not even hear that", e);
            }
        }
    }
}
