package io.atmoshub.project.remote;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/// Closes a socket when time is up, and says so to whoever wonders why nothing comes any more.
final class Deadline implements AutoCloseable {
    private final Duration total;
    private final AtomicBoolean late = new AtomicBoolean();
    private final Thread watch;

    private Deadline(Socket socket, Duration total) {
        this.total = total;
        this.watch = Thread.ofVirtual().unstarted(() -> endLate(socket));
    }

    static Deadline of(Socket socket, Duration total) {
        Deadline deadline = new Deadline(socket, total);
        deadline.watch.start();
        return deadline;
    }

    private void endLate(Socket socket) {
        try {
            Thread.sleep(total);
            late.set(true);
            socket.close();
        } catch (InterruptedException | IOException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// What to say of a failure: that it took too long, if it did.
    IOException told(IOException trouble) {
        return late.get()
                ? new IOException("it took more than %d seconds".formatted(total.toSeconds()), trouble)
                : trouble;
    }

    @Override
    public void close() {
        watch.interrupt();
    }
}
