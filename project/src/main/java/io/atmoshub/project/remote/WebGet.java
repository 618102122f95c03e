package io.atmoshub.project.remote;

import io.atmoshub.project.Limits;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/// Asks for a file that is read as a whole, from where the limits allow.
final class WebGet {
    private final Limits limits;
    private final Patience patience;

    /// What a server answers.
    static final class Answer {
        private final int status;
        private final Optional<String> location;
        private final byte[] body;

        private Answer(int status, Optional<String> location, byte[] body) {
            this.status = status;
            this.location = location;
            this.body = body;
        }

        int status() {
            return status;
        }

        byte[] body() {
            return body;
        }

        Optional<String> location() {
            return location;
        }
    }

    WebGet(Limits limits, Patience patience) {
        this.limits = limits;
        this.patience = patience;
    }

    Answer ask(URI address, Map<String, String> headers) throws IOException {
        try (WebExchange exchange =
                WebExchange.get(address, headers, this::connected, patience.idle(), patience.total())) {
            byte[] body = exchange.status() == 200 ? whole(exchange) : new byte[0];
            return new Answer(exchange.status(), exchange.header("location"), body);
        }
    }

    private Socket connected(String host, int port) throws IOException {
        Proxy proxy = Proxies.of(limits, host);
        Socket socket = new Socket(proxy);
        try {
            int wait = Math.toIntExact(patience.connect().toMillis());
            if (proxy.equals(Proxy.NO_PROXY)) {
                socket.connect(new InetSocketAddress(new Reachable(limits).address(host), port), wait);
            } else {
                socket.connect(InetSocketAddress.createUnresolved(host, port), wait);
            }
            return socket;
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    private static byte[] whole(WebExchange exchange) throws IOException {
        if (exchange.length().filter(said -> said > Limits.LONGEST_FILE).isPresent()) {
            throw new TooLong();
        }
        byte[] body = exchange.body().readNBytes(Limits.LONGEST_FILE + 1);
        if (body.length > Limits.LONGEST_FILE) {
            throw new TooLong();
        }
        return body;
    }

    /// More comes than any manifest has.
    static final class TooLong extends IOException {
        TooLong() {
            super("it is longer than %d MiB".formatted(Limits.LONGEST_FILE >> 20));
        }
    }
}
