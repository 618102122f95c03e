package io.atmoshub.assistant;

import java.util.ArrayList;
import java.util.List;

/// A cancellation that somebody can pull; pulling it twice is fine.
public final class StopSignal implements Cancellation {
    private final List<Runnable> stops = new ArrayList<>();
    private boolean requested;

    public void request() {
        List<Runnable> now;
        synchronized (stops) {
            if (requested) {
                return;
            }
            requested = true;
            now = List.copyOf(stops);
            stops.clear();
        }
        now.forEach(Runnable::run);
    }

    @Override
    public boolean requested() {
        synchronized (stops) {
            return requested;
        }
    }

    @Override
    public void onRequest(Runnable stop) {
        synchronized (stops) {
            if (!requested) {
                stops.add(stop);
                return;
            }
        }
        stop.run();
    }
}
