package io.atmoshub.server.lifecycle;

import io.atmoshub.server.project.BundledExample;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;

/// Starts this node with the application and stops it before the application goes.
@ApplicationScoped
public class ServerStart {
    private final AtomicBoolean started = new AtomicBoolean();

    @Inject
    Lifecycle lifecycle;

    @Inject
    BundledExample example;

    @Inject
    SessionMetrics metrics;

    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
        if (started.compareAndSet(false, true)) {
            lifecycle.start();
            example.registerOnce();
            metrics.register();
        }
    }

    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event) {
        if (started.compareAndSet(true, false)) {
            lifecycle.stop();
        }
    }
}
