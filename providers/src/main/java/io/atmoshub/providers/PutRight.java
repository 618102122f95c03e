package io.atmoshub.providers;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// LangChain4j's HTTP with bodies of requests and data of events put right on their way, for a provider that
/// takes or sends them otherwise than LangChain4j thinks. Every stream has its own way to put events right.
record PutRight(HttpClientBuilder plain, UnaryOperator<String> requests, Supplier<UnaryOperator<String>> events)
        implements HttpClientBuilder {
    @Override
    public Duration connectTimeout() {
        return plain.connectTimeout();
    }

    @Override
    public HttpClientBuilder connectTimeout(Duration timeout) {
        return new PutRight(plain.connectTimeout(timeout), requests, events);
    }

    @Override
    public Duration readTimeout() {
        return plain.readTimeout();
    }

    @Override
    public HttpClientBuilder readTimeout(Duration timeout) {
        return new PutRight(plain.readTimeout(timeout), requests, events);
    }

    @Override
    public HttpClient build() {
        HttpClient client = plain.build();
        return new HttpClient() {
            @Override
            public SuccessfulHttpResponse execute(HttpRequest request) {
                return client.execute(right(request));
            }

            @Override
            public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
                client.execute(right(request), parser, new Listening(listener, events.get()));
            }
        };
    }

    private HttpRequest right(HttpRequest request) {
        return HttpRequest.builder()
                .method(request.method())
                .url(request.url())
                .headers(request.headers())
                .body(requests.apply(request.body()))
                .build();
    }

    private record Listening(ServerSentEventListener listener, UnaryOperator<String> events)
            implements ServerSentEventListener {
        @Override
        public void onOpen(SuccessfulHttpResponse response) {
            listener.onOpen(response);
        }

        @Override
        public void onEvent(ServerSentEvent event) {
            listener.onEvent(new ServerSentEvent(event.event(), events.apply(event.data())));
        }

        @Override
        public void onEvent(ServerSentEvent event, ServerSentEventContext context) {
            listener.onEvent(new ServerSentEvent(event.event(), events.apply(event.data())), context);
        }

        @Override
        public void onError(Throwable error) {
            listener.onError(error);
        }

        @Override
        public void onClose() {
            listener.onClose();
        }
    }
}
