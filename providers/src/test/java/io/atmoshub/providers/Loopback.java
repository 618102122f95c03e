package io.atmoshub.providers;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/// An HTTP server that does to its client what a test tells it to, byte by byte.
public final class Loopback implements AutoCloseable {
    /// What to do with one request.
    public interface Play {
        void play(Exchange exchange) throws Exception;
    }

    public record Received(String line, Map<String, String> headers, String body, long at) {}

    private final ServerSocket socket;
    private final Queue<Play> plays = new ArrayDeque<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile Play last = exchange -> exchange.refuse(500, Map.of(), "nothing to play");

    public Loopback() throws IOException {
        socket = new ServerSocket(0, 1_000, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    /// One for each request; the last one for all that follow.
    public synchronized void play(Play... one) {
        plays.clear();
        plays.addAll(List.of(one));
        last = one[one.length - 1];
    }

    public List<Received> received() {
        return received;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private synchronized Play next() {
        Play next = plays.poll();
        return next == null ? last : next;
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException _) {
                return;
            }
        }
    }

    /// One request for each connection: what a connection's end means is then certain.
    private void serve(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(client.getInputStream());
            Received request = read(in);
            received.add(request);
            next().play(new Exchange(client, in, request));
        } catch (Exception _) {
            // The client left, which is what some tests are about.
        }
    }

    private static Received read(InputStream in) throws IOException {
        String line = line(in);
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            int colon = header.indexOf(':');
            headers.put(
                    header.substring(0, colon).strip(),
                    header.substring(colon + 1).strip());
        }
        byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("Content-Length", "0")));
        return new Received(line, headers, new String(body, StandardCharsets.UTF_8), System.nanoTime());
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the client left");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    /// One request in the hands of a test.
    public static final class Exchange {
        private final Socket client;
        private final InputStream in;
        private final OutputStream out;
        private final Received request;

        Exchange(Socket client, InputStream in, Received request) throws IOException {
            this.client = client;
            this.in = in;
            this.out = client.getOutputStream();
            this.request = request;
        }

        public Received request() {
            return request;
        }

        public void refuse(int status, Map<String, String> headers, String body) throws IOException {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            StringBuilder head = new StringBuilder("HTTP/1.1 %d Said\r\n".formatted(status));
            headers.forEach((name, value) -> head.append("%s: %s\r\n".formatted(name, value)));
            head.append("Content-Type: application/json\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
                    .formatted(bytes.length));
            write(head.toString().getBytes(StandardCharsets.UTF_8));
            write(bytes);
        }

        public void open(String contentType) throws IOException {
            write("HTTP/1.1 200 OK\r\nContent-Type: %s\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
                    .formatted(contentType)
                    .getBytes(StandardCharsets.UTF_8));
        }

        /// As one chunk.
        public void send(byte[] bytes) throws IOException {
            if (bytes.length > 0) {
                write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.UTF_8));
                write(bytes);
                write("\r\n".getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        }

        /// The clean end of the body.
        public void end() throws IOException {
            write("0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            out.flush();
        }

        /// As when somebody pulls the plug.
        public void cut() throws IOException {
            client.setSoLinger(true, 0);
            client.close();
        }

        /// Whether the client closes the connection within that time.
        public boolean closedWithin(Duration time) throws IOException {
            client.setSoTimeout((int) Math.max(1, time.toMillis()));
            try {
                return in.read() < 0;
            } catch (SocketTimeoutException _) {
                return false;
            } catch (IOException _) {
                return true;
            }
        }

        private void write(byte[] bytes) throws IOException {
            out.write(bytes);
        }
    }

    /// A result that a play hands to its test.
    static <T> T soon(CompletableFuture<T> future) throws Exception {
        return future.get(20, TimeUnit.SECONDS);
    }
}
