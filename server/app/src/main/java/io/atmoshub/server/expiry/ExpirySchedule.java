package io.atmoshub.server.expiry;

import io.atmoshub.server.session.StaleQuestions;
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

/// Clears up once an hour, and first soon after the start: a hub that runs by day only clears up too.
@Service
@SuppressWarnings("NullAway.Init") // injected
public class ExpirySchedule {
    private static final System.Logger LOG = System.getLogger(ExpirySchedule.class.getName());
    private static final long FIRST_SECONDS = 20;
    private static final long EVERY_SECONDS = 3_600;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    @Inject
    private Expiry expiry;

    @Inject
    private StaleQuestions questions;

    private @Nullable ScheduledFuture<?> schedule;

    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        schedule = scheduler.scheduleWithFixedDelay(this::clear, FIRST_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        if (schedule != null) {
            schedule.cancel(false);
        }
    }

    /// An exception would end the schedule; the next turn tries again.
    private void clear() {
        try {
            int unanswered = questions.clear();
            if (unanswered > 0) {
                LOG.log(Level.INFO, "Denied {0} questions that nobody answered", unanswered);
            }
            int cleared = expiry.clear();
            LOG.log(
                    cleared == 0 ? Level.DEBUG : Level.INFO,
                    "Cleared {0} expired sign-ins, tokens and the like",
                    cleared);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "What has expired could not be cleared just now: " + e.getMessage());
        }
    }
}
