package io.atmoshub.project.remote;

import io.atmoshub.project.Limits;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// One question to a web server, over a socket of our own: the address that is really connected to is looked at before
/// a byte is sent, which Java's HTTP client gives no chance to.
final class WebGet {
    private static final int LONGEST_HEAD = 64 * 1024;

    private final Limits limits;
    private final Patience patience;

    /// What a server answers.
    static final class Answer {
        private final int status;
        private final Map<String, String> headers;
        private final byte[] body;

        private Answer(int status, Map<String, String> headers, byte[] body) {
            this.status = status;
            this.headers = headers;
            this.body = body;
        }

        int status() {
            return status;
        }

        byte[] body() {
            return body;
        }

        Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }
    }

    WebGet(Limits limits, Patience patience) {
        this.limits = limits;
        this.patience = patience;
    }

    Answer ask(URI address, Map<String, String> headers) throws IOException {
        boolean secure = "https".equalsIgnoreCase(address.getScheme());
        int port = address.getPort() > 0 ? address.getPort() : secure ? 443 : 80;
        String host = RemoteAddress.host(address);
        try (Socket plain = connected(host, port)) {
            var late = new AtomicBoolean();
            Thread watch = Thread.startVirtualThread(() -> endLate(plain, late));
            try {
                plain.setSoTimeout(Math.toIntExact(patience.idle().toMillis()));
                Socket socket = secure ? encrypted(plain, host, port) : plain;
                send(socket, address, headers);
                return answer(new BufferedInputStream(socket.getInputStream()));
            } catch (IOException e) {
                throw late.get()
                        ? new IOException(
                                "it took more than %d seconds"
                                        .formatted(patience.total().toSeconds()),
                                e)
                        : e;
            } finally {
                watch.interrupt();
            }
        }
    }

    private void endLate(Socket socket, AtomicBoolean late) {
        try {
            Thread.sleep(patience.total());
            late.set(true);
            socket.close();
        } catch (InterruptedException | IOException e) {
            Thread.currentThread().interrupt();
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

    private static Socket encrypted(Socket plain, String host, int port) throws IOException {
        var factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        var socket = (SSLSocket) factory.createSocket(plain, host, port, true);
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static void send(Socket socket, URI address, Map<String, String> headers) throws IOException {
        String path = address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        String port = address.getPort() > 0 ? ":" + address.getPort() : "";
        var request = new StringBuilder("GET " + path + query + " HTTP/1.1\r\nHost: " + address.getHost() + port
                + "\r\nUser-Agent: atmos-hub\r\nAccept: */*\r\nAccept-Encoding: identity\r\nConnection: close\r\n");
        headers.forEach(
                (name, value) -> request.append(name).append(": ").append(value).append("\r\n"));
        socket.getOutputStream().write((request + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    private static Answer answer(InputStream in) throws IOException {
        int[] left = {LONGEST_HEAD};
        String first = line(in, left);
        List<String> words = List.of(first.split(" ", 3));
        if (!first.startsWith("HTTP/1.") || words.size() < 2 || !words.get(1).matches("[2-5]\\d\\d")) {
            throw new IOException("it does not answer as a web server does");
        }
        Map<String, String> headers = new HashMap<>();
        for (String line = line(in, left); !line.isEmpty(); line = line(in, left)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.putIfAbsent(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        int status = Integer.parseInt(words.get(1));
        return new Answer(status, headers, status == 200 ? body(in, headers) : new byte[0]);
    }

    private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
        if (headers.getOrDefault("transfer-encoding", "")
                .toLowerCase(Locale.ROOT)
                .endsWith("chunked")) {
            return chunks(in);
        }
        String said = headers.getOrDefault("content-length", "");
        if (said.length() > 9) {
            throw new TooLong();
        }
        int length = said.matches("\\d+") ? Integer.parseInt(said) : -1;
        if (length > Limits.LONGEST_FILE) {
            throw new TooLong();
        }
        byte[] body = in.readNBytes(length < 0 ? Limits.LONGEST_FILE + 1 : length);
        if (body.length > Limits.LONGEST_FILE) {
            throw new TooLong();
        }
        if (body.length < length) {
            throw new EOFException("its answer broke off");
        }
        return body;
    }

    private static byte[] chunks(InputStream in) throws IOException {
        var body = new ByteArrayOutputStream();
        while (true) {
            String size = line(in, new int[] {1024}).replaceFirst(";.*", "").strip();
            if (!size.matches("[0-9A-Fa-f]{1,7}")) {
                throw new IOException("its answer broke off");
            }
            int length = Integer.parseInt(size, 16);
            if (length == 0) {
                return body.toByteArray();
            }
            if (body.size() + length > Limits.LONGEST_FILE) {
                throw new TooLong();
            }
            byte[] chunk = in.readNBytes(length);
            if (chunk.length < length) {
                throw new EOFException("its answer broke off");
            }
            body.writeBytes(chunk);
            line(in, new int[] {2});
        }
    }

    /// More comes than any manifest has.
    static final class TooLong extends IOException {
        TooLong() {
            super("it is longer than %d MiB".formatted(Limits.LONGEST_FILE >> 20));
        }
    }

    private static String line(InputStream in, int[] left) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("its answer broke off");
            }
            if (--left[0] < 0) {
                throw new IOException("its answer begins with too many words");
            }
            line.write(c);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }
}
