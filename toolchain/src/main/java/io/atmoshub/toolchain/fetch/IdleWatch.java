package io.atmoshub.toolchain.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A body that ends with an error when nothing comes for too long, or all takes too long. The HTTP client itself only
/// watches over what comes before the body.
final class IdleWatch extends FilterInputStream {
    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("idle-watch").factory());

    private final long idle;
    private final long end;
    private final ScheduledFuture<?> watch;
    private volatile long lastHeard = System.nanoTime();
    private volatile @Nullable String verdict;

    IdleWatch(InputStream body, Duration idle, Duration total) {
        super(body);
        this.idle = idle.toNanos();
        this.end = System.nanoTime() + total.toNanos();
        long step = Math.max(this.idle / 4, TimeUnit.MILLISECONDS.toNanos(10));
        this.watch = CLOCK.scheduleWithFixedDelay(this::look, step, step, TimeUnit.NANOSECONDS);
    }

    private void look() {
        long now = System.nanoTime();
        if (now - lastHeard > idle) {
            give("nothing came for %d seconds".formatted(Math.max(1, TimeUnit.NANOSECONDS.toSeconds(idle))));
        } else if (now > end) {
            give("it takes too long");
        }
    }

    private void give(String reason) {
        verdict = reason;
        watch.cancel(false);
        try {
            in.close();
        } catch (IOException e) {
            // The reader is told the reason.
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        try {
            int count = in.read(into, from, length);
            lastHeard = System.nanoTime();
            if (verdict == null) {
                return count;
            }
        } catch (IOException e) {
            if (verdict == null) {
                throw e;
            }
        }
        throw new HttpTimeoutException(verdict);
    }

    @Override
    public void close() throws IOException {
        watch.cancel(false);
        super.close();
    }
}
