package io.atmoshub.providers.http;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import io.atmoshub.assistant.Cancellation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// LangChain4j's requests, each read to its end on the thread that makes it: when `execute` returns, the
/// stream has ended cleanly; when it didn't, {@link HttpTrouble} is thrown through LangChain4j to whoever asked.
/// LangChain4j's own client reads on the common pool, where a few hundred streams starve each other.
final class StreamingHttp implements HttpClient {
    private final Patience patience;
    private final Cancellation cancellation;
    private final StreamInspector inspector;

    StreamingHttp(Patience patience, Cancellation cancellation, StreamInspector inspector) {
        this.patience = patience;
        this.cancellation = cancellation;
        this.inspector = inspector;
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        try (Upstream upstream = new Upstream(patience, cancellation, inspector::alive)) {
            HttpResponse<InputStream> response = upstream.send(prepared(request));
            try (InputStream body = upstream.watched(response)) {
                return answered(response)
                        .body(new String(body.readAllBytes(), StandardCharsets.UTF_8))
                        .build();
            } catch (IOException e) {
                throw new HttpTrouble(upstream.endedBy(new HttpTrouble.What.BrokeOff()), e);
            }
        }
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        try (Upstream upstream = new Upstream(patience, cancellation, inspector::alive)) {
            HttpResponse<InputStream> response = upstream.send(prepared(request));
            listener.onOpen(answered(response).build());
            Inspected inspected = new Inspected(listener, upstream);
            parser.parse(upstream.watched(response), inspected);
            inspected.trouble().ifPresent(trouble -> {
                throw trouble;
            });
            listener.onClose();
        }
    }

    private static SuccessfulHttpResponse.Builder answered(HttpResponse<?> response) {
        return SuccessfulHttpResponse.builder()
                .statusCode(response.statusCode())
                .headers(response.headers().map());
    }

    private static java.net.http.HttpRequest prepared(HttpRequest request) {
        URI address = URI.create(request.url());
        java.net.http.HttpRequest.Builder prepared = java.net.http.HttpRequest.newBuilder(address)
                // An offer to speak HTTP/2 without TLS confuses some of the servers that people run themselves.
                .version("https".equals(address.getScheme()) ? Version.HTTP_2 : Version.HTTP_1_1)
                .method(
                        request.method().name(),
                        request.body() == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(request.body(), StandardCharsets.UTF_8));
        request.headers().forEach((name, values) -> values.forEach(value -> prepared.header(name, value)));
        return prepared.build();
    }

    /// Hears everything before LangChain4j does, and keeps the reason when the stream should not go on.
    private final class Inspected implements ServerSentEventListener {
        private final ServerSentEventListener listener;
        private final Upstream upstream;
        private Optional<HttpTrouble> trouble = Optional.empty();
        private boolean done;

        Inspected(ServerSentEventListener listener, Upstream upstream) {
            this.listener = listener;
            this.upstream = upstream;
        }

        @Override
        public void onEvent(ServerSentEvent event) {
            // Parsers tell the context as well; this is for one that doesn't.
            listener.onEvent(event);
        }

        @Override
        public void onEvent(ServerSentEvent event, ServerSentEventContext context) {
            if (inspector.complains(event.data())) {
                trouble = Optional.of(new HttpTrouble(new HttpTrouble.What.Refused(200, event.data(), null)));
                context.parsingHandle().cancel();
                return;
            }
            listener.onEvent(event, context);
            if (inspector.complete() || "[DONE]".equals(event.data())) {
                done = true;
                upstream.complete();
            }
        }

        @Override
        public void onError(Throwable error) {
            // Only the parser calls it: reading failed.
            if (trouble.isEmpty() && !done) {
                trouble = Optional.of(new HttpTrouble(
                        upstream.endedBy(new HttpTrouble.What.BrokeOff()),
                        error instanceof IOException io ? new UncheckedIOException(io) : error));
            }
        }

        Optional<HttpTrouble> trouble() {
            if (trouble.isEmpty() && !done) {
                HttpTrouble.What ended = upstream.endedBy(new HttpTrouble.What.BrokeOff());
                if (!(ended instanceof HttpTrouble.What.BrokeOff)) {
                    return Optional.of(new HttpTrouble(ended));
                }
            }
            return trouble;
        }
    }
}
