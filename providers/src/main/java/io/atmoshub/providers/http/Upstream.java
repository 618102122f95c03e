package io.atmoshub.providers.http;

import io.atmoshub.assistant.Cancellation;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A request to a provider and the connection it holds, through all attempts. Everything happens on the thread
/// that calls; a stop, too much silence and too much time close the connection from outside.
public final class Upstream implements AutoCloseable {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /// Refusals that may pass.
    private static final Set<Integer> PASSING = Set.of(408, 429, 500, 502, 503, 504, 529);

    private static final int LONGEST_REFUSAL = 64_000;
    private static final Duration LINGER = Duration.ofMillis(500);

    private final Patience patience;
    private final Cancellation cancellation;
    private final Runnable alive;
    private final Watchdog watchdog;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable CompletableFuture<?> pending;
    private @Nullable InputStream open;
    private boolean letGo;

    /// `alive` hears of every sign of life.
    public Upstream(Patience patience, Cancellation cancellation, Runnable alive) {
        this.patience = patience;
        this.cancellation = cancellation;
        this.alive = alive;
        this.watchdog = new Watchdog(patience, this::letGo);
        cancellation.onRequest(this::letGo);
    }

    /// Sends it, again where that may help, and returns the first answer that is not a refusal.
    public HttpResponse<InputStream> send(HttpRequest request) {
        for (int attempt = 1; ; attempt++) {
            HttpTrouble.What trouble;
            boolean again = attempt <= patience.retries();
            @Nullable Duration told = null;
            try {
                HttpResponse<InputStream> response = once(request);
                if (response.statusCode() / 100 == 2) {
                    return response;
                }
                HttpTrouble.What.Refused refused = refusal(response);
                trouble = refused;
                told = refused.retryAfter();
                again &= mayPass(response, refused);
            } catch (IOException e) {
                trouble = new HttpTrouble.What.Unreachable(
                        request.uri().getScheme() + "://" + request.uri().getAuthority(), reason(e));
            }
            sign();
            if (!again || (told != null && told.compareTo(patience.longestDelay()) > 0)) {
                throw new HttpTrouble(endedBy(trouble));
            }
            pause(told != null ? told : patience.delayAfter(attempt));
        }
    }

    /// The body, each byte of which is a sign of life.
    public InputStream watched(HttpResponse<InputStream> response) {
        return new FilterInputStream(response.body()) {
            @Override
            public int read() throws IOException {
                int value = super.read();
                sign();
                return value;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                int count = super.read(into, offset, length);
                sign();
                return count;
            }
        };
    }

    /// The answer is complete; its stream should end any moment.
    public void complete() {
        watchdog.linger(LINGER);
    }

    /// Why the stream ended: by a stop or by the clock, or else as it seemed.
    public HttpTrouble.What endedBy(HttpTrouble.What seemingly) {
        if (cancellation.requested() || Thread.currentThread().isInterrupted()) {
            return new HttpTrouble.What.Stopped();
        }
        HttpTrouble.@Nullable What verdict = watchdog.verdict();
        return verdict != null ? verdict : seemingly;
    }

    @Override
    public void close() {
        watchdog.close();
        letGo();
    }

    private HttpResponse<InputStream> once(HttpRequest request) throws IOException {
        CompletableFuture<HttpResponse<InputStream>> sending =
                CLIENT.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream());
        if (!hold(sending)) {
            sending.cancel(true);
            throw new HttpTrouble(endedBy(new HttpTrouble.What.Stopped()));
        }
        try {
            HttpResponse<InputStream> response = sending.get();
            hold(response.body());
            sign();
            return response;
        } catch (InterruptedException _) {
            sending.cancel(true);
            Thread.currentThread().interrupt();
            throw new HttpTrouble(new HttpTrouble.What.Stopped());
        } catch (CancellationException _) {
            throw new HttpTrouble(endedBy(new HttpTrouble.What.Stopped()));
        } catch (ExecutionException e) {
            HttpTrouble.What ended = endedBy(new HttpTrouble.What.BrokeOff());
            if (!(ended instanceof HttpTrouble.What.BrokeOff)) {
                throw new HttpTrouble(ended, e);
            }
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        }
    }

    private HttpTrouble.What.Refused refusal(HttpResponse<InputStream> response) throws IOException {
        try (InputStream body = response.body()) {
            return new HttpTrouble.What.Refused(
                    response.statusCode(),
                    new String(body.readNBytes(LONGEST_REFUSAL), StandardCharsets.UTF_8),
                    RetryAfter.in(response.headers(), Clock.systemUTC()).orElse(null));
        }
    }

    private static boolean mayPass(HttpResponse<?> response, HttpTrouble.What.Refused refused) {
        return PASSING.contains(refused.status())
                && !refused.body().contains("insufficient_quota")
                && !"false"
                        .equals(response.headers().firstValue("x-should-retry").orElse(""));
    }

    /// A little more than said, so that not all who were refused come back together.
    private void pause(Duration delay) {
        long nanos = delay.toNanos() + ThreadLocalRandom.current().nextLong(delay.toNanos() / 10 + 1);
        watchdog.rest(Duration.ofNanos(nanos));
        try {
            if (stopped.await(nanos, TimeUnit.NANOSECONDS)) {
                throw new HttpTrouble(endedBy(new HttpTrouble.What.Stopped()));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new HttpTrouble(new HttpTrouble.What.Stopped());
        }
        sign();
    }

    private void sign() {
        watchdog.sign();
        alive.run();
    }

    private synchronized boolean hold(CompletableFuture<?> sending) {
        pending = sending;
        return !letGo;
    }

    private void hold(InputStream body) throws IOException {
        synchronized (this) {
            open = body;
            if (!letGo) {
                return;
            }
        }
        body.close();
    }

    /// From any thread; closes whatever there is, and everything that comes later.
    private void letGo() {
        @Nullable CompletableFuture<?> sending;
        @Nullable InputStream body;
        synchronized (this) {
            letGo = true;
            sending = pending;
            body = open;
        }
        stopped.countDown();
        if (sending != null) {
            sending.cancel(true);
        }
        if (body != null) {
            try {
                body.close();
            } catch (IOException _) {
                // It is closed one way or another.
            }
        }
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? "no connection" : e.getMessage();
    }
}
