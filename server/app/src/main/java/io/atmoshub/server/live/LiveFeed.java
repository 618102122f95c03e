package io.atmoshub.server.live;

import io.atmoshub.hub.HubJson;
import io.atmoshub.hub.session.LiveText;
import io.atmoshub.hub.session.SessionId;
import io.atmoshub.server.wiring.Service;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What a node writes to another that has followers of a run at work here: a line of JSON a piece, and an
/// empty line every few seconds, which shows that both are alive.
@Service
public final class LiveFeed {
    /// A piece and the event after which it is to be told.
    record Line(long after, LiveText text) {}

    private static final long ALIVE_MILLIS = 5_000;
    // Who listens may be faster than the node that just took up the run.
    private static final long BEGINNING_MILLIS = 1_000;

    private final LiveHub live;

    @Inject
    public LiveFeed(LiveHub live) {
        this.live = live;
    }

    /// Until the run is no longer written here, or the reader is gone.
    public void write(SessionId session, OutputStream out) throws IOException, InterruptedException {
        Signal signal = new Signal();
        live.join(session, signal);
        try {
            writeLine(out, "");
            Optional<OpenText> writing = live.openText(session);
            if (writing.isEmpty() && signal.await(BEGINNING_MILLIS)) {
                writing = live.openText(session);
            }
            if (writing.isPresent()) {
                write(session, writing.get(), signal, out);
            }
        } finally {
            live.leave(session, signal);
        }
    }

    private void write(SessionId session, OpenText text, Signal signal, OutputStream out)
            throws IOException, InterruptedException {
        OpenText.Position position = null;
        while (!live.closed()
                && live.openText(session).filter(now -> now == text).isPresent()) {
            Optional<OpenText.Slice> next = text.since(position);
            if (next.isPresent()) {
                position = next.get().upTo();
                writeLine(
                        out,
                        HubJson.write(new Line(next.get().after(), next.get().text())));
            } else if (!signal.await(ALIVE_MILLIS)) {
                writeLine(out, "");
            }
        }
    }

    private static void writeLine(OutputStream out, String line) throws IOException {
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
