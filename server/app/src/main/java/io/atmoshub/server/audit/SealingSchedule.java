package io.atmoshub.server.audit;

import io.atmoshub.server.wiring.Service;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Seals twice a second for as long as the server runs.
@Service
@SuppressWarnings("NullAway.Init") // injected
public class SealingSchedule {
    private static final System.Logger LOG = System.getLogger(SealingSchedule.class.getName());
    private static final long MILLIS = 500;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    @Inject
    private Sealer sealer;

    private @Nullable ScheduledFuture<?> schedule;

    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        schedule = scheduler.scheduleWithFixedDelay(this::seal, MILLIS, MILLIS, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        if (schedule != null) {
            schedule.cancel(false);
        }
    }

    /// An exception would end the schedule; the next turn tries again.
    private void seal() {
        try {
            sealer.seal();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The audit log could not be sealed just now: " + e.getMessage());
        }
    }
}
