package io.atmoshub.server.live;

import io.atmoshub.hub.HubJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Hears one run at work on another node, for those who follow it here. When that fails, they still get
/// every block once it is an event, and it is tried again.
final class RemoteText implements Runnable, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(RemoteText.class.getName());
    // What was checkpointed stays to be seen so long, before it is tried again.
    private static final long PAUSE_MILLIS = 2_000;

    private final LiveHub live;
    private final Peers peers;
    private final RemoteRun run;
    private final Runnable left;
    private final AtomicReference<@Nullable InputStream> stream = new AtomicReference<>();
    private final Signal over = new Signal();
    private volatile boolean closed;

    RemoteText(LiveHub live, Peers peers, RemoteRun run, Runnable left) {
        this.live = live;
        this.peers = peers;
        this.run = run;
        this.left = left;
    }

    @Override
    public void run() {
        OpenText text = new OpenText(run.run());
        RemoteRun.Checkpoint checkpoint = run.checkpoint();
        if (checkpoint != null) {
            text.write(checkpoint.after(), checkpoint.text());
        }
        live.opened(run.session(), text);
        try {
            hear(text);
            boolean told = over.await(PAUSE_MILLIS);
            LOG.log(Level.DEBUG, "Done with session {0}; told to: {1}", run.session(), told);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            live.shut(run.session(), text);
            left.run();
        }
    }

    private void hear(OpenText text) throws InterruptedException {
        try (InputStream in = peers.listen(run.address(), run.session());
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            stream.set(in);
            String line;
            while (!closed && (line = lines.readLine()) != null) {
                if (line.isEmpty()) {
                    continue;
                }
                LiveFeed.Line piece = HubJson.read(line, LiveFeed.Line.class);
                text.write(piece.after(), piece.text());
                live.changed(run.session());
            }
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.DEBUG, "No live text of session " + run.session() + " from " + run.address(), e);
        }
    }

    @Override
    public void close() {
        closed = true;
        over.raise();
        InputStream in = stream.get();
        if (in != null) {
            try {
                in.close();
            } catch (IOException e) {
                LOG.log(Level.DEBUG, "It was closed already", e);
            }
        }
    }
}
