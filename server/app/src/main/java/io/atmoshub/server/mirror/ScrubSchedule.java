package io.atmoshub.server.mirror;

import io.atmoshub.mirror.blob.Blobs;
import io.atmoshub.mirror.blob.Scrub;
import io.atmoshub.server.wiring.Service;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// Reads all blobs on the disk once a day, slowly; what is damaged is put aside, and stands in the audit log. Storage
/// elsewhere looks after itself.
@Service
@SuppressWarnings("NullAway.Init") // injected
public class ScrubSchedule {
    private static final System.Logger LOG = System.getLogger(ScrubSchedule.class.getName());
    private static final long FIRST_HOURS = 1;
    private static final long EVERY_HOURS = 24;
    private static final long REST_MILLIS = 200;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    @Inject
    private Provider<Blobs> blobs;

    @Inject
    private MirrorSettings settings;

    @Inject
    private ThreadFactory threads;

    private final AtomicBoolean running = new AtomicBoolean();
    private volatile boolean stopping;
    private @Nullable ScheduledFuture<?> schedule;

    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        if (settings.bucket().isEmpty()) {
            schedule = scheduler.scheduleWithFixedDelay(this::begin, FIRST_HOURS, EVERY_HOURS, TimeUnit.HOURS);
        }
    }

    @PreDestroy
    void stop() {
        stopping = true;
        if (schedule != null) {
            schedule.cancel(false);
        }
    }

    /// It may take hours, which the scheduler's threads have no time for.
    private void begin() {
        if (running.compareAndSet(false, true)) {
            threads.newThread(this::scrub).start();
        }
    }

    private void scrub() {
        try {
            Scrub.Report report = new Scrub(blobs.get(), id -> Thread.sleep(REST_MILLIS)).run(() -> !stopping);
            LOG.log(
                    report.damaged().isEmpty() ? Level.INFO : Level.WARNING,
                    "Read {0} blobs, {1} of them damaged",
                    report.read(),
                    report.damaged().size());
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "The blobs could not all be read just now: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            running.set(false);
        }
    }
}
