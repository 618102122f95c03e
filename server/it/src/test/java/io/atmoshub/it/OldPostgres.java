package io.atmoshub.it;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Speaks as much of PostgreSQL's protocol as it takes to be connected to, and says that it is version 12.
final class OldPostgres implements AutoCloseable {
    /// Requests that come instead of a start: for TLS and for GSSAPI. The answer is no.
    private static final int FIRST_SPECIAL_REQUEST = 80_877_103;

    private final ServerSocket door;

    OldPostgres() throws IOException {
        door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:%d/hub".formatted(door.getLocalPort());
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private void serve() {
        try {
            while (true) {
                Socket client = door.accept();
                Thread.ofVirtual().start(() -> talk(client));
            }
        } catch (IOException e) {
            // Closed, with the test.
            return;
        }
    }

    private static void talk(Socket client) {
        try (client;
                var in = new DataInputStream(client.getInputStream());
                var out = new DataOutputStream(client.getOutputStream())) {
            while (startOf(in) >= FIRST_SPECIAL_REQUEST) {
                out.writeByte('N');
                out.flush();
            }
            greet(out);
            while (true) {
                int kind = in.readByte();
                in.skipNBytes(in.readInt() - 4L);
                answer(kind, out);
            }
        } catch (IOException e) {
            // The client left.
            return;
        }
    }

    private static int startOf(DataInputStream in) throws IOException {
        int length = in.readInt();
        int code = in.readInt();
        in.skipNBytes(length - 8L);
        return code;
    }

    private static void greet(DataOutputStream out) throws IOException {
        message(out, 'R', new byte[4]);
        Map<String, String> parameters = Map.of(
                "server_version", "12.22",
                "server_encoding", "UTF8",
                "client_encoding", "UTF8",
                "DateStyle", "ISO, MDY",
                "TimeZone", "UTC",
                "integer_datetimes", "on",
                "standard_conforming_strings", "on");
        for (var each : parameters.entrySet()) {
            message(out, 'S', text(each.getKey() + "\0" + each.getValue() + "\0"));
        }
        message(out, 'K', new byte[8]);
        ready(out);
    }

    private static void answer(int kind, DataOutputStream out) throws IOException {
        switch (kind) {
            case 'P' -> message(out, '1', new byte[0]);
            case 'B' -> message(out, '2', new byte[0]);
            case 'D' -> message(out, 'n', new byte[0]);
            case 'E' -> message(out, 'C', text("SET\0"));
            case 'Q' -> {
                message(out, 'C', text("SET\0"));
                ready(out);
            }
            case 'S' -> ready(out);
            default -> {}
        }
    }

    private static void ready(DataOutputStream out) throws IOException {
        message(out, 'Z', text("I"));
        out.flush();
    }

    private static void message(DataOutputStream out, char kind, byte[] content) throws IOException {
        out.writeByte(kind);
        out.writeInt(content.length + 4);
        out.write(content);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
