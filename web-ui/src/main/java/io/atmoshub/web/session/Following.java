package io.atmoshub.web.session;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.session.LiveText;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.hub.session.SessionListener;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/// Brings what happens in a session to one open page: at once after a pause, else at most twenty times a
/// second, with everything that came in between.
final class Following implements SessionListener {
    /// What came, in order.
    sealed interface Arrival {
        record Event(SessionEvent event) implements Arrival {}

        record Text(LiveText text) implements Arrival {}

        record Ended(HubException why) implements Arrival {}
    }

    interface Page {
        void arrived(List<Arrival> arrivals);
    }

    private static final long PAUSE_MILLIS = 50;
    private static final Executor LATER = CompletableFuture.delayedExecutor(PAUSE_MILLIS, TimeUnit.MILLISECONDS);

    private final UI ui;
    private final Page page;
    private final Object lock = new Object();
    private List<Arrival> waiting = new ArrayList<>();
    private boolean scheduled;
    private long lastNanos = System.nanoTime() - TimeUnit.SECONDS.toNanos(1);

    Following(UI ui, Page page) {
        this.ui = ui;
        this.page = page;
    }

    @Override
    public void event(SessionEvent event) {
        arrived(new Arrival.Event(event));
    }

    @Override
    public void text(LiveText text) {
        arrived(new Arrival.Text(text));
    }

    @Override
    public void ended(HubException why) {
        arrived(new Arrival.Ended(why));
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
        try {
            var unused = ui.access(() -> page.arrived(taken()));
        } catch (UIDetachedException e) {
            // The page was closed; its onDetach ends the subscription.
            taken();
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
