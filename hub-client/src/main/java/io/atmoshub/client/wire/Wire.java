package io.atmoshub.client.wire;

import io.atmoshub.hub.HubException;
import io.atmoshub.hub.HubJson;
import io.atmoshub.hub.Page;
import io.atmoshub.hub.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;

/// One hub's REST interface: JSON there, JSON back, refusals as {@link HubException}.
public final class Wire implements AutoCloseable {
    /// Whole calls, their bodies included: HttpClient's own time-out ends with the headers.
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final URI base;
    private final Credential credential;
    private final Refusals refusals;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            // A redirect could carry the credential elsewhere.
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    public Wire(URI address, Credential credential) {
        String text = address.toString();
        this.base = URI.create((text.endsWith("/") ? text : text + "/") + "api/v1/");
        this.credential = credential;
        this.refusals = new Refusals(address);
    }

    public <T> T get(Path path, Class<T> type) {
        return exchange("GET", path, null, type);
    }

    public <T> List<T> list(Path path, Class<T> type) {
        String json = call("GET", path, null);
        JavaType list = HubJson.mapper().getTypeFactory().constructCollectionType(List.class, type);
        return read(() -> HubJson.mapper().readValue(json, list));
    }

    public <T> Page<T> page(Path path, Class<T> type) {
        String json = call("GET", path, null);
        JavaType page = HubJson.mapper().getTypeFactory().constructParametricType(Page.class, type);
        return read(() -> HubJson.mapper().readValue(json, page));
    }

    public <T> T post(Path path, Object body, Class<T> type) {
        return exchange("POST", path, body, type);
    }

    public <T> T postForNew(Path path, Class<T> type) {
        return exchange("POST", path, null, type);
    }

    public void post(Path path) {
        call("POST", path, null);
    }

    public <T> T put(Path path, Object body, Class<T> type) {
        return exchange("PUT", path, body, type);
    }

    public void put(Path path, Object body) {
        call("PUT", path, body);
    }

    public void delete(Path path) {
        call("DELETE", path, null);
    }

    /// An open stream of server-sent events. Closing it ends the connection.
    public InputStream stream(Path path, long lastEventId) {
        HttpRequest request = request(path)
                .timeout(PATIENCE)
                .header("Accept", "text/event-stream, " + Problem.MEDIA_TYPE)
                .header("Last-Event-ID", Long.toString(lastEventId))
                .GET()
                .build();
        HttpResponse<InputStream> response = answer(request, BodyHandlers.ofInputStream());
        if (response.statusCode() == 200 && contentType(response.headers()).startsWith("text/event-stream")) {
            return response.body();
        }
        try (InputStream body = response.body()) {
            throw refusals.from(
                    response.statusCode(),
                    contentType(response.headers()),
                    new String(body.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw refusals.unreachable(e);
        }
    }

    /// The refusal that an `ended` event carries.
    public HubException refusal(String problem) {
        try {
            return refusals.from(HubJson.read(problem, Problem.class));
        } catch (JacksonException e) {
            return refusals.unreadable(e);
        }
    }

    public HubException unreachable(IOException cause) {
        return refusals.unreachable(cause);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private String call(String method, Path path, @Nullable Object body) {
        BodyPublisher content = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(HubJson.write(body));
        HttpRequest request = request(path)
                .timeout(PATIENCE)
                .header("Accept", "application/json, " + Problem.MEDIA_TYPE)
                .header("Content-Type", "application/json")
                .method(method, content)
                .build();
        HttpResponse<String> response = answer(request, BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw refusals.from(response.statusCode(), contentType(response.headers()), response.body());
        }
        return response.body();
    }

    private HttpRequest.Builder request(Path path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path.toString()))
                // What browsers can't send across sites: the hub wants to see it where a cookie lets in.
                .header("X-Requested-By", "atmos");
        credential.addTo(request);
        return request;
    }

    private <T> HttpResponse<T> answer(HttpRequest request, BodyHandler<T> handler) {
        CompletableFuture<HttpResponse<T>> future = client.sendAsync(request, handler);
        try {
            return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            future.cancel(true);
            throw refusals.tooSlow(PATIENCE.toSeconds());
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw cause instanceof java.net.http.HttpTimeoutException
                            && !(cause instanceof java.net.http.HttpConnectTimeoutException)
                    ? refusals.tooSlow(PATIENCE.toSeconds())
                    : refusals.unreachable(cause);
        } catch (InterruptedException e) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            throw refusals.unreachable(e);
        }
    }

    private <T> T exchange(String method, Path path, @Nullable Object body, Class<T> type) {
        String json = call(method, path, body);
        return read(() -> HubJson.read(json, type));
    }

    private <T> T read(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (JacksonException | UncheckedIOException e) {
            throw refusals.unreadable(e);
        }
    }

    private static String contentType(HttpHeaders headers) {
        return headers.firstValue("Content-Type").orElse("");
    }
}
