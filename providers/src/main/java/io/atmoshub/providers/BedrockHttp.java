package io.atmoshub.providers;

import io.atmoshub.providers.http.HttpTrouble;
import io.atmoshub.providers.http.Upstream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.async.AsyncExecuteRequest;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;

/// The HTTP under AWS's client, in place of its Netty: everything is read on the thread that asks, and bound to
/// the exchange of that thread's turn.
final class BedrockHttp implements SdkAsyncHttpClient {
    static final ScopedValue<Exchange> EXCHANGE = ScopedValue.newInstance();

    /// Those that Java's client sets by itself.
    private static final Set<String> OWN_HEADERS = Set.of("host", "content-length", "connection", "expect", "upgrade");

    /// A turn's connection, and what went wrong with it.
    static final class Exchange {
        private final Upstream upstream;
        private @Nullable HttpTrouble trouble;
        private boolean complete;

        Exchange(Upstream upstream) {
            this.upstream = upstream;
        }

        void complete() {
            complete = true;
            upstream.complete();
        }

        void failed(HttpTrouble first) {
            if (trouble == null && !complete) {
                trouble = first;
            }
        }

        void throwTrouble() {
            if (trouble != null) {
                throw trouble;
            }
        }

        HttpTrouble brokeOff(@Nullable IOException cause) {
            HttpTrouble.What what = upstream.endedBy(new HttpTrouble.What.BrokeOff());
            return cause == null ? new HttpTrouble(what) : new HttpTrouble(what, cause);
        }
    }

    @Override
    public CompletableFuture<Void> execute(AsyncExecuteRequest asked) {
        Exchange exchange = EXCHANGE.get();
        CompletableFuture<Void> done = new CompletableFuture<>();
        try {
            HttpResponse<InputStream> response = exchange.upstream.send(request(asked));
            asked.responseHandler()
                    .onHeaders(SdkHttpFullResponse.builder()
                            .statusCode(response.statusCode())
                            .headers(response.headers().map())
                            .build());
            asked.responseHandler()
                    .onStream(subscriber ->
                            new Reading(exchange, exchange.upstream.watched(response), subscriber, done).begin());
        } catch (HttpTrouble e) {
            exchange.failed(e);
            asked.responseHandler().onError(e);
            done.completeExceptionally(e);
        }
        return done;
    }

    @Override
    public void close() {
        // Connections belong to exchanges.
    }

    private static HttpRequest request(AsyncExecuteRequest asked) {
        HttpRequest.Builder request = HttpRequest.newBuilder(asked.request().getUri())
                .version("https".equals(asked.request().protocol()) ? Version.HTTP_2 : Version.HTTP_1_1)
                .method(asked.request().method().name(), BodyPublishers.ofByteArray(body(asked)));
        asked.request().forEachHeader((name, values) -> {
            if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.build();
    }

    /// It is in memory already, so the publisher hands it over at once.
    private static byte[] body(AsyncExecuteRequest asked) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        asked.requestContentPublisher().subscribe(new Subscriber<>() {
            @Override
            public void onSubscribe(Subscription subscription) {
                subscription.request(Long.MAX_VALUE);
            }

            @Override
            public void onNext(ByteBuffer bytes) {
                byte[] copy = new byte[bytes.remaining()];
                bytes.get(copy);
                body.writeBytes(copy);
            }

            @Override
            public void onError(Throwable error) {
                throw new IllegalStateException(error);
            }

            @Override
            public void onComplete() {}
        });
        return body.toByteArray();
    }

    /// Hands on what it reads, as much as is wanted, on the thread that wants it.
    private static final class Reading implements Subscription {
        private final Exchange exchange;
        private final InputStream stream;
        private final Subscriber<? super ByteBuffer> subscriber;
        private final CompletableFuture<Void> done;
        private final byte[] buffer = new byte[16_384];
        private long wanted;
        private boolean reading;
        private boolean over;

        Reading(
                Exchange exchange,
                InputStream stream,
                Subscriber<? super ByteBuffer> subscriber,
                CompletableFuture<Void> done) {
            this.exchange = exchange;
            this.stream = stream;
            this.subscriber = subscriber;
            this.done = done;
        }

        void begin() {
            subscriber.onSubscribe(this);
        }

        @Override
        public void request(long count) {
            wanted = count > Long.MAX_VALUE - wanted ? Long.MAX_VALUE : wanted + count;
            if (reading) {
                return;
            }
            reading = true;
            try {
                while (wanted > 0 && !over) {
                    wanted--;
                    readOnce();
                }
            } finally {
                reading = false;
            }
        }

        @Override
        public void cancel() {
            over = true;
            exchange.upstream.close();
            done.complete(null);
        }

        private void readOnce() {
            try {
                int count = stream.read(buffer);
                if (count >= 0) {
                    subscriber.onNext(ByteBuffer.wrap(Arrays.copyOf(buffer, count)));
                    return;
                }
                over = true;
                // A stream that a stop or the clock closed may look as if it had ended.
                exchange.failed(exchange.brokeOff(null));
                subscriber.onComplete();
                done.complete(null);
            } catch (IOException e) {
                over = true;
                HttpTrouble trouble = exchange.brokeOff(e);
                exchange.failed(trouble);
                subscriber.onError(trouble);
                done.completeExceptionally(trouble);
            }
        }
    }
}
