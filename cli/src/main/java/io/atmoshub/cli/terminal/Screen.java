package io.atmoshub.cli.terminal;

import io.atmoshub.hub.HubJson;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/// Where text goes. Whatever is written here may come from a model, a server or a file: signs that steer a
/// terminal or turn the reading direction never get through; only the styles of this class do.
public final class Screen {
    /// How text can look.
    public enum Style {
        BOLD("\033[1m"),
        FAINT("\033[2m"),
        CODE("\033[36m"),
        GOOD("\033[32m"),
        BAD("\033[31m");

        private final String on;

        Style(String on) {
            this.on = on;
        }
    }

    private static final String OFF = "\033[0m";

    private final PrintStream stream;
    private final boolean coloured;

    public Screen(PrintStream stream, boolean coloured) {
        this.stream = new PrintStream(stream, false, StandardCharsets.UTF_8);
        this.coloured = coloured;
    }

    public boolean coloured() {
        return coloured;
    }

    /// Text without what could steer a terminal, as it goes out.
    public static final class Ready {
        private final byte[] bytes;

        private Ready(byte[] bytes) {
            this.bytes = bytes;
        }
    }

    /// For much text, which may be made ready by many threads.
    public static Ready ready(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Ready(plain(bytes) ? bytes : harmless(text).getBytes(StandardCharsets.UTF_8));
    }

    public void text(Ready text) {
        stream.write(text.bytes, 0, text.bytes.length);
        stream.flush();
    }

    public void text(String text) {
        text(ready(text));
    }

    public void line(String text) {
        stream.print(harmless(text) + "\n");
        stream.flush();
    }

    /// One line that tells how far things are, in place of the one before; empty takes it away. Nothing happens where
    /// nobody looks: a log is no place for it.
    public void status(String text) {
        if (coloured) {
            stream.print("\r\033[K" + harmless(text).replace('\n', ' '));
            stream.flush();
        }
    }

    public void text(Style style, String text) {
        begin(style);
        text(text);
        end();
    }

    public void line(Style style, String text) {
        text(style, text);
        line("");
    }

    public void begin(Style style) {
        if (coloured) {
            stream.print(style.on);
        }
    }

    public void end() {
        if (coloured) {
            stream.print(OFF);
            stream.flush();
        }
    }

    /// One line of JSON. What a terminal could take for a command is escaped, which JSON reads the same.
    public void json(Object value) {
        String json = HubJson.write(value);
        var safe = new StringBuilder(json.length());
        json.codePoints().forEach(c -> {
            if (steers(c)) {
                for (char unit : Character.toChars(c)) {
                    safe.append("\\u%04x".formatted((int) unit));
                }
            } else {
                safe.appendCodePoint(c);
            }
        });
        stream.print(safe.append('\n'));
        stream.flush();
    }

    /// For help and the like, which are our own words.
    public PrintWriter writer() {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    /// Text without what could steer a terminal.
    public static String harmless(String text) {
        if (plain(text.getBytes(StandardCharsets.UTF_8))) {
            return text;
        }
        var kept = new StringBuilder(text.length());
        text.codePoints().filter(c -> c == '\n' || c == '\t' || !steers(c)).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /// Most text, and megabytes of it, has nothing but plain signs.
    private static boolean plain(byte[] text) {
        for (byte c : text) {
            // Those beyond ASCII are below zero.
            if ((c < ' ' && c != '\n' && c != '\t') || c > '~') {
                return false;
            }
        }
        return true;
    }

    private static boolean steers(int c) {
        int type = Character.getType(c);
        // Joiners make up emoji and some scripts' letters.
        boolean joiner = c == 0x200C || c == 0x200D;
        return type == Character.CONTROL
                || (type == Character.FORMAT && !joiner)
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
