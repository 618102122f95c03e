package io.atmoshub.client.session;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Reads server-sent events (`text/event-stream`) one after the other.
final class EventStream {
    record Sent(String name, String data) {}

    private final BufferedReader lines;
    private final Runnable heard;

    /// `heard` is told of every line, heartbeats included.
    EventStream(InputStream stream, Runnable heard) {
        this.lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        this.heard = heard;
    }

    /// Null at the end of the stream; an event that it cuts off was never sent.
    @Nullable
    Sent next() throws IOException {
        String name = "message";
        StringBuilder data = null;
        while (true) {
            String line = lines.readLine();
            if (line == null) {
                return null;
            }
            heard.run();
            if (line.isEmpty()) {
                if (data != null) {
                    return new Sent(name, data.toString());
                }
                name = "message";
            } else if (line.startsWith("event:")) {
                name = value(line);
            } else if (line.startsWith("data:")) {
                data = data == null ? new StringBuilder() : data.append('\n');
                data.append(value(line));
            }
        }
    }

    private static String value(String line) {
        String value = line.substring(line.indexOf(':') + 1);
        return value.startsWith(" ") ? value.substring(1) : value;
    }
}
