package io.atmoshub.server.lifecycle;

import io.atmoshub.server.live.LiveHub;
import io.atmoshub.server.live.LiveWatch;
import io.atmoshub.server.node.NodeTable;
import io.atmoshub.server.node.Notice;
import io.atmoshub.server.node.Notices;
import io.atmoshub.server.run.RunEngine;
import io.atmoshub.server.wiring.Service;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/// One node from its start to its end: it joins the others, takes up runs, and gives them back.
@Service
public final class Lifecycle {
    private static final System.Logger LOG = System.getLogger(Lifecycle.class.getName());
    private static final long BEAT_SECONDS = 5;

    private final NodeTable nodes;
    private final RunEngine engine;
    private final LiveHub live;
    private final LiveWatch watch;
    private final Notices notices;
    private final ThreadFactory threads;
    private final CountDownLatch stopped = new CountDownLatch(1);

    @Inject
    public Lifecycle(
            NodeTable nodes,
            RunEngine engine,
            LiveHub live,
            LiveWatch watch,
            Notices.Connector connector,
            ThreadFactory threads) {
        this.nodes = nodes;
        this.engine = engine;
        this.live = live;
        this.watch = watch;
        this.notices = new Notices(connector, this::hear);
        this.threads = threads;
    }

    public void start() {
        nodes.join();
        threads.newThread(notices::listen).start();
        threads.newThread(this::beat).start();
        threads.newThread(watch).start();
        engine.start();
    }

    /// Runs go back to the queue and followers hear that the hub stops, all within a few seconds.
    public void stop() {
        stopped.countDown();
        engine.close();
        live.close();
        watch.close();
        notices.close();
        try {
            nodes.leave();
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, "The other nodes will see for themselves that this one is gone", e);
        }
    }

    private void hear(Notice notice) {
        switch (notice.kind()) {
            case APPENDED -> live.reached(notice.session(), notice.seq());
            case DELETED -> {
                engine.stop(notice.session());
                live.gone(notice.session());
            }
            case QUEUED -> engine.call();
            case TAKEN -> watch.look();
            case STOP -> engine.stop(notice.session());
        }
    }

    private void beat() {
        try {
            while (!stopped.await(BEAT_SECONDS, TimeUnit.SECONDS)) {
                try {
                    nodes.beat();
                } catch (RuntimeException e) {
                    LOG.log(Level.WARNING, "This node could not say that it is alive; trying again", e);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
