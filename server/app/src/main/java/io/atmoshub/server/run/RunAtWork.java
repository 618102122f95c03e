package io.atmoshub.server.run;

import io.atmoshub.assistant.StopSignal;
import io.atmoshub.assistant.conversation.StaleRunException;
import io.atmoshub.hub.session.Actor;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.server.live.OpenText;
import java.lang.System.Logger.Level;
import java.util.HexFormat;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A run of this node, on a thread of its own.
final class RunAtWork implements Runnable {
    /// After so many holders died over it, the run itself is the likely cause.
    static final int TOO_OFTEN_LOST = 5;

    private static final System.Logger LOG = System.getLogger(RunAtWork.class.getName());

    private final ClaimedRun run;
    private final RunWork work;
    private final FencedLog log;
    private final OpenText open;
    private final StopSignal stop = new StopSignal();
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile @Nullable Thread thread;
    private volatile boolean lost;

    RunAtWork(ClaimedRun run, RunWork work, FencedLog log, OpenText open) {
        this.run = run;
        this.work = work;
        this.log = log;
        this.open = open;
    }

    ClaimedRun claimed() {
        return run;
    }

    OpenText open() {
        return open;
    }

    @Override
    public void run() {
        thread = Thread.currentThread();
        try {
            work();
        } catch (StaleRunException e) {
            LOG.log(Level.INFO, "{0}", e.getMessage());
        } catch (RuntimeException | StackOverflowError e) {
            fail(e);
        } finally {
            over.countDown();
        }
    }

    /// Somebody wants it stopped.
    void stop() {
        stop.request();
    }

    /// It is no longer ours: it leaves as a crash would, without a word in the log.
    void drop() {
        lost = true;
        Thread working = thread;
        if (working != null) {
            working.interrupt();
        }
    }

    /// Whether it waits or ended, as far as it wrote it itself.
    boolean settled() {
        return log.settled();
    }

    boolean awaitOver(long millis) throws InterruptedException {
        return over.await(millis, TimeUnit.MILLISECONDS);
    }

    private void work() {
        if (run.lost() >= TOO_OFTEN_LOST) {
            log.append(
                    Actor.HUB,
                    new Happening.RunFailed(
                            run.id(),
                            "The server stopped %d times while working on this.".formatted(run.lost()),
                            "Ask in another way, and tell your admin."));
            return;
        }
        if (run.cancelRequested()) {
            stop.request();
        }
        work.work(run, log, stop);
        if (!log.settled() && !lost) {
            throw new IllegalStateException("The work on run %s was left without an end.".formatted(run.id()));
        }
    }

    /// When even this can't be written, the lease runs out and the run is taken up again.
    private void fail(Throwable cause) {
        if (lost) {
            return;
        }
        String reference =
                HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt(), 6);
        LOG.log(Level.ERROR, "Run " + run.id() + " broke (ref " + reference + ")", cause);
        try {
            log.append(
                    Actor.HUB,
                    new Happening.RunFailed(
                            run.id(),
                            "Something broke on our side (ref %s).".formatted(reference),
                            "Ask again; if it stays, give your admin the reference."));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Run " + run.id() + " is left to be taken up again", e);
        }
    }
}
