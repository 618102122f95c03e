package io.atmoshub.client.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.Hub;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.HubJson;
import io.atmoshub.hub.Problem;
import io.atmoshub.hub.testing.InMemoryHub;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// The hub in memory on a free port of this machine, with the paths of the real one. Tests can break it:
/// drop its streams, silence them, let it refuse.
public final class LoopbackHub implements AutoCloseable {
    /// A whole answer that a test wants instead of the right one.
    public record Canned(int status, String contentType, String body) {}

    private final InMemoryHub hub;
    private final HttpServer server;
    private final LoopbackRoutes routes = new LoopbackRoutes();
    private final List<EventSender> senders = new CopyOnWriteArrayList<>();
    private final AtomicInteger streams = new AtomicInteger();
    private volatile @Nullable Canned canned;
    private volatile boolean silent;
    private volatile String lastUserAgent = "";

    private LoopbackHub(InMemoryHub hub, int port) throws IOException {
        this.hub = hub;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    public static LoopbackHub serving(InMemoryHub hub) throws IOException {
        return new LoopbackHub(hub, 0);
    }

    /// Comes back where another one was.
    public static LoopbackHub serving(InMemoryHub hub, int port) throws IOException {
        return new LoopbackHub(hub, port);
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port());
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public InMemoryHub hub() {
        return hub;
    }

    /// Every call gets this answer, until told otherwise.
    public void answerAll(@Nullable Canned answer) {
        this.canned = answer;
    }

    /// Breaks every open stream, as a network does.
    public void dropStreams() {
        senders.forEach(EventSender::drop);
    }

    /// Streams opened from now on say nothing more once they are open.
    public void silence(boolean quiet) {
        this.silent = quiet;
    }

    public int streamsOpened() {
        return streams.get();
    }

    public String lastUserAgent() {
        return lastUserAgent;
    }

    @Override
    public void close() {
        senders.forEach(EventSender::drop);
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        lastUserAgent = String.valueOf(exchange.getRequestHeaders().getFirst("User-Agent"));
        try {
            Canned answer = canned;
            if (answer != null) {
                send(exchange, answer.status, answer.contentType, answer.body);
                return;
            }
            String path = exchange.getRequestURI().getRawPath();
            if (path.startsWith("/auth/")) {
                signIn(exchange, path);
            } else if (path.startsWith("/api/v1/")) {
                rest(exchange, path.substring("/api/v1/".length()));
            } else {
                throw new HubException(ErrorCode.NOT_FOUND, "There is nothing at " + path, "Try /api/v1.");
            }
        } catch (HubException refusal) {
            refuse(exchange, refusal);
        } catch (JacksonException e) {
            refuse(
                    exchange,
                    e.getCause() instanceof HubException inner
                            ? inner
                            : new HubException(
                                    ErrorCode.INVALID_INPUT, "The body is not what was expected.", "Mend it."));
        } catch (RuntimeException e) {
            refuse(exchange, new HubException(ErrorCode.BROKEN, e.toString(), "Look at the test.", e));
        } finally {
            exchange.close();
        }
    }

    private void rest(HttpExchange exchange, String path) throws IOException {
        Hub caller = caller(exchange);
        var query = form(String.valueOf(exchange.getRequestURI().getRawQuery()));
        String accept = String.valueOf(exchange.getRequestHeaders().getFirst("Accept"));
        if (path.endsWith("/events") && accept.startsWith("text/event-stream")) {
            stream(exchange, caller, path.split("/")[1], query);
            return;
        }
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var answer = routes.answer(caller, exchange.getRequestMethod(), List.of(path.split("/")), query, body);
        if (answer.value() == null) {
            exchange.sendResponseHeaders(204, -1);
        } else {
            send(exchange, answer.status(), "application/json", HubJson.write(answer.value()));
        }
    }

    private void stream(HttpExchange exchange, Hub caller, String session, Map<String, String> query)
            throws IOException {
        String last = exchange.getRequestHeaders().getFirst("Last-Event-ID");
        long after = Long.parseLong(last == null ? query.getOrDefault("after", "0") : last);
        var sender = new EventSender();
        try (var held = caller.sessions().follow(io.atmoshub.hub.session.SessionId.parse(session), after, sender)) {
            Objects.requireNonNull(held);
            streams.incrementAndGet();
            senders.add(sender);
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            if (silent) {
                exchange.getResponseBody().write(": welcome\n\n".getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
                sender.awaitDrop();
            } else {
                sender.sendTo(exchange.getResponseBody());
            }
        } finally {
            senders.remove(sender);
        }
    }

    private Hub caller(HttpExchange exchange) {
        String bearer = exchange.getRequestHeaders().getFirst("Authorization");
        if (bearer != null && bearer.startsWith("Bearer ")) {
            return hub.withToken(bearer.substring("Bearer ".length()));
        }
        String cookie = exchange.getRequestHeaders().getFirst("Cookie");
        if (cookie != null && cookie.startsWith("HUBSIGNIN=")) {
            if (!exchange.getRequestMethod().equals("GET")
                    && exchange.getRequestHeaders().getFirst("X-Requested-By") == null) {
                throw new HubException(ErrorCode.NOT_ALLOWED, "This looks forged.", "Send X-Requested-By.");
            }
            return hub.withSignIn(UUID.fromString(cookie.substring("HUBSIGNIN=".length())));
        }
        throw new HubException(ErrorCode.NOT_SIGNED_IN, "You are not signed in.", "Send a token.");
    }

    private void signIn(HttpExchange exchange, String path) throws IOException {
        var form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        String to = "/";
        try {
            UUID signIn = path.equals("/auth/join")
                    ? hub.join(form.getOrDefault("secret", ""), form.getOrDefault("password", ""))
                    : hub.newSignIn(form.getOrDefault("username", ""), form.getOrDefault("password", ""));
            exchange.getResponseHeaders().add("Set-Cookie", "HUBSIGNIN=" + signIn + "; HttpOnly; Path=/");
        } catch (HubException refusal) {
            to = "/login?error";
        }
        exchange.getResponseHeaders().set("Location", to);
        exchange.sendResponseHeaders(303, -1);
    }

    private static void refuse(HttpExchange exchange, HubException refusal) throws IOException {
        send(exchange, refusal.code().httpStatus(), Problem.MEDIA_TYPE, HubJson.write(Problem.of(refusal)));
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static Map<String, String> form(String text) {
        var values = new HashMap<String, String>();
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return values;
    }
}
