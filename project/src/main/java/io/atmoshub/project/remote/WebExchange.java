package io.atmoshub.project.remote;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// One question to a web server and its answer, over a socket of our own: the address that is really connected to is
/// looked at before a byte is sent, which Java's HTTP client gives no chance to. The body is read as it comes.
public final class WebExchange implements AutoCloseable {
    private static final int LONGEST_HEAD = 64 * 1024;

    private final Socket socket;
    private final Thread watch;
    private final AtomicBoolean late;
    private final Duration total;
    private final int status;
    private final Map<String, String> headers;
    private final InputStream connection;
    private final InputStream body;

    /// How a host is connected to: who does it, decides which of its addresses may be.
    @FunctionalInterface
    public interface Route {
        Socket connect(String host, int port) throws IOException;
    }

    /// @param idle how long nothing may come
    /// @param total how long everything may take
    public static WebExchange get(URI address, Map<String, String> headers, Route route, Duration idle, Duration total)
            throws IOException {
        boolean secure = "https".equalsIgnoreCase(address.getScheme());
        int port = address.getPort() > 0 ? address.getPort() : secure ? 443 : 80;
        String host = RemoteAddress.host(address);
        Socket plain = route.connect(host, port);
        var late = new AtomicBoolean();
        Thread watch = Thread.startVirtualThread(() -> endLate(plain, late, total));
        try {
            plain.setSoTimeout(Math.toIntExact(idle.toMillis()));
            Socket socket = secure ? encrypted(plain, host, port) : plain;
            send(socket, address, headers);
            return new WebExchange(
                    plain, watch, late, total, new BufferedInputStream(socket.getInputStream(), 64 * 1024));
        } catch (IOException e) {
            watch.interrupt();
            plain.close();
            throw told(e, late, total);
        } catch (RuntimeException e) {
            watch.interrupt();
            plain.close();
            throw e;
        }
    }

    private WebExchange(Socket socket, Thread watch, AtomicBoolean late, Duration total, InputStream in)
            throws IOException {
        this.socket = socket;
        this.watch = watch;
        this.late = late;
        this.total = total;
        int[] left = {LONGEST_HEAD};
        String first = line(in, left);
        List<String> words = List.of(first.split(" ", 3));
        if (!first.startsWith("HTTP/1.") || words.size() < 2 || !words.get(1).matches("[2-5]\\d\\d")) {
            throw new IOException("it does not answer as a web server does");
        }
        this.status = Integer.parseInt(words.get(1));
        this.headers = new HashMap<>();
        for (String line = line(in, left); !line.isEmpty(); line = line(in, left)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.putIfAbsent(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        this.connection = in;
        this.body = body(in);
    }

    public int status() {
        return status;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /// What the server says that the body has; nothing when it does not say.
    public Optional<Long> length() {
        return header("content-length")
                .filter(said -> said.matches("\\d{1,18}") && !chunked())
                .map(Long::parseLong);
    }

    /// Ends where the server said that it ends, and fails when it breaks off before.
    public InputStream body() {
        return body;
    }

    /// Whether there are bytes behind what was announced: then the announcement was no good. Asked at the body's end.
    public boolean hasMore() throws IOException {
        return connection.available() > 0;
    }

    @Override
    public void close() throws IOException {
        watch.interrupt();
        socket.close();
    }

    private boolean chunked() {
        return headers.getOrDefault("transfer-encoding", "")
                .toLowerCase(Locale.ROOT)
                .endsWith("chunked");
    }

    private InputStream body(InputStream in) throws IOException {
        if (chunked()) {
            return new Counted(in, 0, true);
        }
        String said = headers.getOrDefault("content-length", "");
        if (!said.isEmpty() && !said.matches("\\d{1,18}")) {
            throw new IOException("it says no length that could be");
        }
        return said.isEmpty() ? new Guarded(in) : new Counted(in, Long.parseLong(said), false);
    }

    private static void endLate(Socket socket, AtomicBoolean late, Duration total) {
        try {
            Thread.sleep(total);
            late.set(true);
            socket.close();
        } catch (InterruptedException | IOException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static IOException told(IOException trouble, AtomicBoolean late, Duration total) {
        return late.get()
                ? new IOException("it took more than %d seconds".formatted(total.toSeconds()), trouble)
                : trouble;
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
        var all = new HashMap<>(Map.of("User-Agent", "atmos-hub", "Accept", "*/*", "Accept-Encoding", "identity"));
        all.putAll(headers);
        var request = new StringBuilder(
                "GET " + path + query + " HTTP/1.1\r\nHost: " + address.getHost() + port + "\r\nConnection: close\r\n");
        all.forEach(
                (name, value) -> request.append(name).append(": ").append(value).append("\r\n"));
        socket.getOutputStream().write((request + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    private static String line(InputStream in, int[] left) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw brokenOff();
            }
            if (--left[0] < 0) {
                throw new IOException("its answer begins with too many words");
            }
            line.write(c);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    private static EOFException brokenOff() {
        return new EOFException("its answer broke off");
    }

    /// The connection's bytes; says so when time was up.
    private class Guarded extends InputStream {
        final InputStream in;

        Guarded(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            try {
                return in.read(into, from, length);
            } catch (IOException e) {
                throw told(e, late, total);
            }
        }
    }

    /// As many bytes as were announced: at once, or chunk by chunk.
    private final class Counted extends Guarded {
        private final boolean chunks;
        private long left;
        private boolean begun;
        private boolean ended;

        Counted(InputStream in, long length, boolean chunks) {
            super(in);
            this.left = length;
            this.chunks = chunks;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (left == 0 && (!chunks || !nextChunk())) {
                return -1;
            }
            int count = super.read(into, from, (int) Math.min(length, left));
            if (count < 0) {
                throw brokenOff();
            }
            left -= count;
            return count;
        }

        private boolean nextChunk() throws IOException {
            if (ended) {
                return false;
            }
            if (begun) {
                line(in, new int[] {2});
            }
            begun = true;
            String size = line(in, new int[] {1024}).replaceFirst(";.*", "").strip();
            if (!size.matches("[0-9A-Fa-f]{1,8}")) {
                throw brokenOff();
            }
            left = Long.parseLong(size, 16);
            ended = left == 0;
            return !ended;
        }
    }
}
