package io.atmoshub.server.run;

import io.atmoshub.hub.session.RunId;
import io.atmoshub.hub.session.SessionId;
import io.atmoshub.server.database.Tx;
import io.atmoshub.server.live.LiveHub;
import io.atmoshub.server.live.OpenText;
import io.atmoshub.server.log.SessionLog;
import io.atmoshub.server.wiring.Service;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/// Takes up runs and keeps their leases, on one node. It looks for work when called and every two seconds,
/// so a run that nobody works on waits for its lease to end and two seconds more.
@Service
public final class RunEngine implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(RunEngine.class.getName());
    private static final long EVERY_MILLIS = 2_000;
    private static final int AT_ONCE = 64;

    private final Tx tx;
    private final SessionLog log;
    private final Leases leases;
    private final ToolAudit audit;
    private final LiveHub live;
    private final Bills bills;
    private final RunWork work;
    private final ThreadFactory threads;
    private final Map<RunId, RunAtWork> atWork = new ConcurrentHashMap<>();
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final Semaphore calls = new Semaphore(0);
    private final CountDownLatch stopped = new CountDownLatch(1);

    @Inject
    public RunEngine(
            Tx tx,
            SessionLog log,
            Leases leases,
            ToolAudit audit,
            LiveHub live,
            Bills bills,
            RunWork work,
            ThreadFactory threads) {
        this.tx = tx;
        this.log = log;
        this.leases = leases;
        this.audit = audit;
        this.live = live;
        this.bills = bills;
        this.work = work;
        this.threads = threads;
    }

    public void start() {
        threads.newThread(this::takeUp).start();
        threads.newThread(this::keep).start();
    }

    /// There may be a run to take up.
    public void call() {
        calls.release();
    }

    /// Stops what this node does in a session, at once.
    public void stop(SessionId session) {
        atWork.values().stream()
                .filter(run -> run.claimed().session().equals(session))
                .forEach(RunAtWork::stop);
    }

    /// How many runs this node works on.
    public int atWork() {
        return atWork.size();
    }

    /// Gives all runs back, so that another node or the next start goes on with them.
    @Override
    public void close() {
        stopped.countDown();
        calls.release();
        List<RunAtWork> running = List.copyOf(atWork.values());
        for (RunAtWork run : running) {
            try {
                leases.release(run.claimed());
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "Run " + run.claimed().id() + " is left to its lease", e);
            }
            run.drop();
        }
        long deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        try {
            for (RunAtWork run : running) {
                long left = Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime()));
                if (!run.awaitOver(left)) {
                    LOG.log(
                            Level.WARNING,
                            "Run {0} does not end; it is not waited for",
                            run.claimed().id());
                }
            }
            bills.settle(Duration.ofSeconds(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void takeUp() {
        try {
            while (!stopping()) {
                boolean called = calls.tryAcquire(EVERY_MILLIS, TimeUnit.MILLISECONDS);
                int more = calls.drainPermits();
                LOG.log(Level.TRACE, "Looking for runs; called: {0}, {1}", called, more);
                try {
                    takeUpAll();
                } catch (RuntimeException e) {
                    LOG.log(Level.WARNING, "Looking for runs failed; trying again", e);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void takeUpAll() {
        while (!stopping() && free.tryAcquire()) {
            boolean begun = false;
            try {
                Optional<ClaimedRun> claimed = leases.claim();
                if (claimed.isEmpty()) {
                    return;
                }
                begin(claimed.get());
                begun = true;
            } finally {
                if (!begun) {
                    free.release();
                }
            }
        }
    }

    private void begin(ClaimedRun claimed) {
        OpenText open = new OpenText(claimed.id());
        FencedLog fenced = new FencedLog(tx, log, leases, audit, live, bills, claimed, open);
        RunAtWork run = new RunAtWork(claimed, work, fenced, open);
        RunAtWork earlier = atWork.put(claimed.id(), run);
        if (earlier != null) {
            earlier.drop();
        }
        live.opened(claimed.session(), open);
        threads.newThread(() -> {
                    try {
                        run.run();
                    } finally {
                        atWork.remove(claimed.id(), run);
                        live.shut(claimed.session(), open);
                        free.release();
                        call();
                    }
                })
                .start();
    }

    private void keep() {
        try {
            while (!stopped.await(EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                atWork.values().forEach(this::renew);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void renew(RunAtWork run) {
        try {
            Optional<Boolean> stop = leases.renew(run.claimed(), run.open().whole());
            if (stop.isEmpty()) {
                // Waiting or ended, and about to leave by itself; or taken over.
                if (atWork.containsValue(run) && !run.settled()) {
                    run.drop();
                }
            } else if (stop.get()) {
                run.stop();
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The lease of run " + run.claimed().id() + " could not be renewed", e);
        }
    }

    private boolean stopping() {
        return stopped.getCount() == 0;
    }
}
