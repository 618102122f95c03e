package io.atmoshub.server.live;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Says that there is something new, not what: whoever was slow looks once and sees everything.
final class Signal {
    private final Semaphore news = new Semaphore(0);

    void raise() {
        if (news.availablePermits() == 0) {
            news.release();
        }
    }

    /// Whether something new was said before the time was over.
    boolean await(long millis) throws InterruptedException {
        boolean raised = news.tryAcquire(millis, TimeUnit.MILLISECONDS);
        int further = news.drainPermits();
        return raised || further > 0;
    }
}
