package io.atmoshub.providers.http;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import io.atmoshub.assistant.Cancellation;
import java.time.Duration;

/// What LangChain4j's models make their HTTP client with: made for one turn, with its patience and its stop. The
/// time-outs that LangChain4j would set change nothing.
public final class StreamingHttpBuilder implements HttpClientBuilder {
    private final Patience patience;
    private final Cancellation cancellation;
    private final StreamInspector inspector;

    public StreamingHttpBuilder(Patience patience, Cancellation cancellation, StreamInspector inspector) {
        this.patience = patience;
        this.cancellation = cancellation;
        this.inspector = inspector;
    }

    /// A connection for a provider whose requests LangChain4j does not make itself.
    public Upstream upstream() {
        return new Upstream(patience, cancellation, inspector::alive);
    }

    @Override
    public Duration connectTimeout() {
        return patience.silence();
    }

    @Override
    public HttpClientBuilder connectTimeout(Duration timeout) {
        return new StreamingHttpBuilder(patience, cancellation, inspector);
    }

    @Override
    public Duration readTimeout() {
        return patience.silence();
    }

    @Override
    public HttpClientBuilder readTimeout(Duration timeout) {
        return new StreamingHttpBuilder(patience, cancellation, inspector);
    }

    @Override
    public HttpClient build() {
        return new StreamingHttp(patience, cancellation, inspector);
    }
}
