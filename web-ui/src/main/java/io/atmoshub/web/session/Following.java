package io.atmoshub.web.session;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.Command;
import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.session.LiveText;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.hub.session.SessionListener;
import io.atmoshub.hub.session.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Brings what happens in a session to one open page: at once after a pause, else at most twenty times a
/// second, with everything that came in between.
final class Following implements SessionListener, AutoCloseable {
    /// What came, in order.
    sealed interface Arrival {
        record Event(SessionEvent event) implements Arrival {}

        record Text(LiveText text) implements Arrival {}

        record Ended(HubException why) implements Arrival {}
    }

    interface Page {
        /// From where the page is.
        Subscription follow(SessionListener listener);

        void arrived(List<Arrival> arrivals);
    }

    private static final long PAUSE_MILLIS = 50;
    private static final Executor LATER = CompletableFuture.delayedExecutor(PAUSE_MILLIS, TimeUnit.MILLISECONDS);

    private static final Executor AGAIN = CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS);
    private static final System.Logger LOG = System.getLogger(Following.class.getName());

    private final UI ui;
    private final Page page;
    private final Object lock = new Object();
    private @Nullable Subscription subscription;
    private boolean closed;
    private List<Arrival> waiting = new ArrayList<>();
    private boolean scheduled;
    private long lastNanos = System.nanoTime() - TimeUnit.SECONDS.toNanos(1);

    Following(UI ui, Page page) {
        this.ui = ui;
        this.page = page;
    }

    /// This and {@link #close} are called where the page is changed.
    void begin() {
        subscription = page.follow(this);
    }

    @Override
    public void close() {
        closed = true;
        if (subscription != null) {
            subscription.close();
        }
    }

    @Override
    public void event(SessionEvent event) {
        arrived(new Arrival.Event(event));
    }

    @Override
    public void text(LiveText text) {
        arrived(new Arrival.Text(text));
    }

    /// A hub that stops, or lost its database for a while, takes nobody away from where they are: this goes on
    /// trying until the session is followed again, or the browser loads the page anew.
    @Override
    public void ended(HubException why) {
        if (why.code() == ErrorCode.UNAVAILABLE) {
            AGAIN.execute(() -> change(this::beginAgain));
        } else {
            arrived(new Arrival.Ended(why));
        }
    }

    private void beginAgain() {
        if (closed) {
            return;
        }
        try {
            begin();
        } catch (HubException why) {
            ended(why);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.DEBUG, "Not yet", e);
            AGAIN.execute(() -> change(this::beginAgain));
        }
    }

    private void arrived(Arrival arrival) {
        boolean now;
        synchronized (lock) {
            waiting.add(arrival);
            if (scheduled) {
                return;
            }
            scheduled = true;
            now = System.nanoTime() - lastNanos >= TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS);
        }
        if (now) {
            deliver();
        } else {
            LATER.execute(this::deliver);
        }
    }

    private void deliver() {
        if (!change(() -> page.arrived(taken()))) {
            taken();
        }
    }

    /// False when the page was closed; its onDetach ends the subscription.
    private boolean change(Command change) {
        try {
            var unused = ui.access(change);
            return true;
        } catch (UIDetachedException e) {
            return false;
        }
    }

    private List<Arrival> taken() {
        synchronized (lock) {
            List<Arrival> taken = waiting;
            waiting = new ArrayList<>();
            scheduled = false;
            lastNanos = System.nanoTime();
            return taken;
        }
    }
}
