package io.atmoshub.toolchain.testing;

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
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A server on this machine that speaks as GitHub does: releases as JSON with digests, downloads behind a redirect,
/// ranges, a limit on questions. Each address can be told to misbehave for a while.
public final class FakeGitHub implements AutoCloseable {
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-");

    private final HttpServer server;
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Map<String, byte[]>>> releases = new LinkedHashMap<>();
    private final Map<String, Deque<Misbehaviour>> misbehaviours = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private volatile int questionsLeft = Integer.MAX_VALUE;
    private volatile long resetAt;

    /// What was asked.
    public record Request(String path, Map<String, String> headers) {
        public String header(String name) {
            return headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), "");
        }
    }

    /// What the server does instead of answering. False: it answers all the same.
    @FunctionalInterface
    public interface Misbehaviour {
        boolean instead(HttpExchange exchange, byte[] body) throws IOException;
    }

    public FakeGitHub() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    public URI address(String path) {
        return URI.create("http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path));
    }

    public String authority() {
        return address("/").getRawAuthority();
    }

    /// A plain file.
    public URI file(String path, byte[] bytes) {
        files.put(path, bytes);
        return address(path);
    }

    public URI file(String path, String text) {
        return file(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /// An asset of a release, and the address people download it from.
    public synchronized URI asset(String repository, String tag, String name, byte[] bytes) {
        releases.computeIfAbsent(repository, any -> new LinkedHashMap<>())
                .computeIfAbsent(tag, any -> new LinkedHashMap<>())
                .put(name, bytes);
        files.put(stored(repository, tag, name), bytes);
        return address("/%s/releases/download/%s/%s".formatted(repository, tag, name));
    }

    public FakeGitHub misbehave(String path, Misbehaviour... next) {
        misbehaviours.computeIfAbsent(path, any -> new ArrayDeque<>()).addAll(List.of(next));
        return this;
    }

    public void limit(int questions, long resetEpochSecond) {
        questionsLeft = questions;
        resetAt = resetEpochSecond;
    }

    public List<Request> requests() {
        return List.copyOf(requests);
    }

    public List<Request> requests(String path) {
        return requests.stream().filter(one -> one.path().equals(path)).toList();
    }

    public static String stored(String repository, String tag, String name) {
        return "/objects/" + Checksum.sha256(repository + tag + name).hex().substring(0, 12) + "/" + name;
    }

    /// Ends the connection after this many bytes.
    public static Misbehaviour brokenOffAfter(int bytes) {
        return (exchange, body) -> {
            exchange.getResponseHeaders().set("ETag", etag(body));
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body, 0, bytes);
            exchange.getResponseBody().flush();
            exchange.close();
            return true;
        };
    }

    public static Misbehaviour status(int status, String... header) {
        return (exchange, body) -> {
            for (int i = 0; i < header.length; i += 2) {
                exchange.getResponseHeaders().set(header[i], header[i + 1]);
            }
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
            return true;
        };
    }

    public static Misbehaviour redirect(String where) {
        return status(302, "Location", where);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        requests.add(new Request(
                path,
                exchange.getRequestHeaders().entrySet().stream()
                        .collect(Collectors.toMap(
                                one -> one.getKey().toLowerCase(java.util.Locale.ROOT),
                                one -> String.join(",", one.getValue())))));
        Deque<Misbehaviour> queue = misbehaviours.get(path);
        Misbehaviour next = queue == null ? null : queue.poll();
        try (exchange) {
            if (next != null && next.instead(exchange, files.getOrDefault(path, new byte[0]))) {
                return;
            }
            if (path.startsWith("/repos/")) {
                api(exchange, path.substring("/repos/".length()));
                return;
            }
            Matcher download =
                    Pattern.compile("/(.+)/releases/download/([^/]+)/([^/]+)").matcher(path);
            if (download.matches()) {
                String target = stored(download.group(1), download.group(2), download.group(3));
                if (files.containsKey(target)) {
                    status(302, "Location", address(target + "?sig=secret").toString())
                            .instead(exchange, new byte[0]);
                    return;
                }
            }
            byte[] body = files.get(path);
            if (body == null) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                send(exchange, body);
            }
        }
    }

    private static String etag(byte[] body) {
        return "\"" + Checksum.sha256(body).hex().substring(0, 16) + "\"";
    }

    private static void send(HttpExchange exchange, byte[] body) throws IOException {
        String etag = etag(body);
        exchange.getResponseHeaders().set("ETag", etag);
        exchange.getResponseHeaders().set("Accept-Ranges", "bytes");
        if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(304, -1);
            return;
        }
        String range = exchange.getRequestHeaders().getFirst("Range");
        String condition = exchange.getRequestHeaders().getFirst("If-Range");
        Matcher from = RANGE.matcher(range == null ? "" : range);
        if (from.matches() && (condition == null || condition.equals(etag))) {
            int start = Integer.parseInt(from.group(1));
            if (start >= body.length) {
                exchange.sendResponseHeaders(416, -1);
                return;
            }
            exchange.getResponseHeaders()
                    .set("Content-Range", "bytes %d-%d/%d".formatted(start, body.length - 1, body.length));
            exchange.sendResponseHeaders(206, body.length - start);
            write(exchange, body, start);
        } else {
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            write(exchange, body, 0);
        }
    }

    private static void write(HttpExchange exchange, byte[] body, int from) throws IOException {
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body, from, body.length - from);
        }
    }

    private synchronized void api(HttpExchange exchange, String question) throws IOException {
        if (questionsLeft-- <= 0) {
            status(
                            403,
                            "x-ratelimit-limit",
                            "60",
                            "x-ratelimit-remaining",
                            "0",
                            "x-ratelimit-reset",
                            String.valueOf(resetAt))
                    .instead(exchange, new byte[0]);
            return;
        }
        exchange.getResponseHeaders().set("x-ratelimit-remaining", String.valueOf(questionsLeft));
        Matcher asked = Pattern.compile("([^/]+/[^/]+)/releases(?:/(latest)|/tags/(.+))?")
                .matcher(question);
        if (!asked.matches() || !releases.containsKey(asked.group(1))) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        var tags = new ArrayList<>(releases.get(asked.group(1)).keySet()).reversed();
        String json;
        if (asked.group(3) != null) {
            json = tags.contains(asked.group(3)) ? release(asked.group(1), asked.group(3)) : "";
        } else if (asked.group(2) != null) {
            json = release(asked.group(1), tags.getFirst());
        } else {
            json = tags.stream().map(tag -> release(asked.group(1), tag)).collect(Collectors.joining(",", "[", "]"));
        }
        if (json.isEmpty()) {
            exchange.sendResponseHeaders(404, -1);
        } else {
            exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
            send(exchange, json.getBytes(StandardCharsets.UTF_8));
        }
    }

    private String release(String repository, String tag) {
        return releases.get(repository).get(tag).entrySet().stream()
                .map(asset -> """
                        {"name":"%s","size":%d,"digest":"%s","url":"%s","browser_download_url":"%s"}""".formatted(
                                asset.getKey(),
                                asset.getValue().length,
                                Checksum.sha256(asset.getValue()),
                                address(stored(repository, tag, asset.getKey())),
                                address("/%s/releases/download/%s/%s".formatted(repository, tag, asset.getKey()))))
                .collect(Collectors.joining(",", """
                        {"tag_name":"%s","prerelease":%s,"draft":false,"created_at":"2026-01-01T00:00:00Z",\
                        "published_at":"2026-01-01T00:00:00Z","assets":[""".formatted(tag, tag.contains("-")), "]}"));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
