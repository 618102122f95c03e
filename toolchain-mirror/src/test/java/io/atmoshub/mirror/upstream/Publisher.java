package io.atmoshub.mirror.upstream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.atmoshub.toolchain.Checksum;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/// A server on this machine that publishes files as upstream does, and misbehaves when told to.
public final class Publisher implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final Map<String, String> mediaTypes = new ConcurrentHashMap<>();
    private final Map<String, Deque<Answer>> misbehaviours = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    /// What was asked.
    public record Request(String path, Map<String, String> headers) {
        public String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }
    }

    /// What the server does instead of giving the file.
    @FunctionalInterface
    public interface Answer {
        void to(HttpExchange exchange, byte[] body) throws IOException;
    }

    public Publisher() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public Publisher file(String path, byte[] bytes) {
        files.put(path, bytes);
        return this;
    }

    public Publisher json(String path, String text) {
        mediaTypes.put(path, "application/json; charset=utf-8");
        return file(path, text.getBytes(StandardCharsets.UTF_8));
    }

    public Publisher misbehave(String path, Answer... next) {
        misbehaviours.computeIfAbsent(path, any -> new ArrayDeque<>()).addAll(List.of(next));
        return this;
    }

    public List<Request> requests(String path) {
        return requests.stream().filter(one -> one.path().equals(path)).toList();
    }

    public List<Request> requests() {
        return List.copyOf(requests);
    }

    public static Answer status(int status, String... header) {
        return (exchange, body) -> {
            for (int i = 0; i < header.length; i += 2) {
                exchange.getResponseHeaders().set(header[i], header[i + 1]);
            }
            exchange.sendResponseHeaders(status, -1);
        };
    }

    public static Answer redirect(String where) {
        return status(302, "Location", where);
    }

    /// Says how long it is, and ends after this many bytes.
    public static Answer brokenOffAfter(int bytes, String... header) {
        return (exchange, body) -> {
            for (int i = 0; i < header.length; i += 2) {
                exchange.getResponseHeaders().set(header[i], header[i + 1]);
            }
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body, 0, bytes);
            exchange.getResponseBody().flush();
        };
    }

    public static String tag(byte[] body) {
        return "\"" + Checksum.sha256(body).hex().substring(0, 16) + "\"";
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        requests.add(new Request(
                path,
                exchange.getRequestHeaders().entrySet().stream()
                        .collect(Collectors.toMap(
                                one -> one.getKey().toLowerCase(Locale.ROOT),
                                one -> String.join(",", one.getValue())))));
        Deque<Answer> queue = misbehaviours.get(path);
        Answer next = null;
        if (queue != null) {
            synchronized (queue) {
                next = queue.poll();
            }
        }
        byte[] body = files.get(path);
        try (exchange) {
            if (next != null) {
                next.to(exchange, body == null ? new byte[0] : body);
            } else if (body == null) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                send(exchange, path, body);
            }
        }
    }

    private void send(HttpExchange exchange, String path, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("ETag", tag(body));
        exchange.getResponseHeaders().set("Content-Type", mediaTypes.getOrDefault(path, "application/octet-stream"));
        String range = exchange.getRequestHeaders().getFirst("Range");
        String condition = exchange.getRequestHeaders().getFirst("If-Range");
        if (tag(body).equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(304, -1);
            return;
        }
        int from = 0;
        if (range != null && tag(body).equals(condition)) {
            from = Integer.parseInt(range.replaceAll("\\D", ""));
            exchange.getResponseHeaders()
                    .set("Content-Range", "bytes %d-%d/%d".formatted(from, body.length - 1, body.length));
            exchange.sendResponseHeaders(206, body.length - from);
        } else {
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        }
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body, from, body.length - from);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
