package io.atmoshub.project.remote;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// One question to a web server and its answer, over a socket of our own: the address that is really connected to is
/// looked at before a byte is sent, which Java's HTTP client gives no chance to. The body is read as it comes.
public final class WebExchange implements AutoCloseable {
    private final Socket socket;
    private final Deadline deadline;
    private final AnswerHead head;
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
        Deadline deadline = Deadline.of(plain, total);
        try {
            plain.setSoTimeout(Math.toIntExact(idle.toMillis()));
            Socket socket = secure ? encrypted(plain, host, port) : plain;
            send(socket, address, headers);
            return new WebExchange(plain, deadline, new BufferedInputStream(socket.getInputStream(), 64 * 1024));
        } catch (IOException e) {
            deadline.close();
            plain.close();
            throw deadline.told(e);
        } catch (RuntimeException e) {
            deadline.close();
            plain.close();
            throw e;
        }
    }

    private WebExchange(Socket socket, Deadline deadline, InputStream in) throws IOException {
        this.socket = socket;
        this.deadline = deadline;
        this.head = AnswerHead.read(in);
        this.connection = in;
        this.body = AnswerBody.of(head, in, deadline);
    }

    public int status() {
        return head.status();
    }

    public Optional<String> header(String name) {
        return head.header(name);
    }

    /// What the server says that the body has; nothing when it does not say.
    public Optional<Long> length() {
        return head.length();
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
        deadline.close();
        socket.close();
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
}
