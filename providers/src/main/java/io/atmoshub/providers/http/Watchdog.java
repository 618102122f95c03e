package io.atmoshub.providers.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Ends a request that is silent for too long or goes on for too long. One virtual thread, asleep until the
/// earliest moment at which that could be.
final class Watchdog implements AutoCloseable {
    private final Patience patience;
    private final Runnable end;
    private final long begun = System.nanoTime();
    private volatile long lastSign = begun;
    private long lingerUntil;
    private boolean lingering;
    private boolean closed;
    private HttpTrouble.@Nullable What verdict;

    Watchdog(Patience patience, Runnable end) {
        this.patience = patience;
        this.end = end;
        Thread.ofVirtual().name("provider-watchdog").start(this::watch);
    }

    void sign() {
        lastSign = System.nanoTime();
    }

    /// It is our own silence for that long.
    void rest(Duration time) {
        lastSign = System.nanoTime() + time.toNanos();
    }

    /// The answer is complete: what may still come is worth only a moment.
    synchronized void linger(Duration moment) {
        if (!lingering) {
            lingering = true;
            lingerUntil = System.nanoTime() + moment.toNanos();
            notifyAll();
        }
    }

    /// Why it ended the request, if it did.
    synchronized HttpTrouble.@Nullable What verdict() {
        return verdict;
    }

    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }

    private void watch() {
        try {
            if (waitUntilDue()) {
                end.run();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean waitUntilDue() throws InterruptedException {
        while (!closed) {
            long silent = lastSign + patience.silence().toNanos();
            long over = begun + patience.whole().toNanos();
            long now = System.nanoTime();
            if (lingering && lingerUntil - now <= 0) {
                return true;
            }
            if (!lingering && over - now <= 0) {
                verdict = new HttpTrouble.What.TookTooLong(patience.whole());
                return true;
            }
            if (!lingering && silent - now <= 0) {
                verdict = new HttpTrouble.What.Silent(patience.silence());
                return true;
            }
            long due = lingering ? lingerUntil : silent - over < 0 ? silent : over;
            wait(Math.max(1, Duration.ofNanos(due - now).toMillis()));
        }
        return false;
    }
}
