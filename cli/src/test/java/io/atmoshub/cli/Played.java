package io.atmoshub.cli;

import io.atmoshub.cli.terminal.Keys;
import io.atmoshub.cli.terminal.Screen;
import io.atmoshub.cli.terminal.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;

/// Runs commands as a person or a script would, and keeps what they showed.
public final class Played {
    private final Path folder;
    private final ConcurrentLinkedQueue<Integer> keys = new ConcurrentLinkedQueue<>();
    private final AtomicReference<Runnable> interrupt = new AtomicReference<>(() -> {});
    private final Map<String, String> environment = new HashMap<>();
    private String input = "";
    private boolean interactive;
    private boolean coloured;
    private ByteArrayOutputStream out = new ByteArrayOutputStream();
    private ByteArrayOutputStream err = new ByteArrayOutputStream();

    public Played(Path home, Path folder) {
        this.folder = folder;
        environment.put("HOME", home.toString());
    }

    public Played with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    public Played input(String text) {
        this.input = text;
        return this;
    }

    /// Somebody sits there and will press these keys when asked.
    public Played pressing(String pressed) {
        interactive = true;
        pressed.chars().forEach(keys::add);
        return this;
    }

    public Played coloured() {
        coloured = true;
        return this;
    }

    public int run(String... arguments) {
        out = new ByteArrayOutputStream();
        err = new ByteArrayOutputStream();
        Keys keyboard = wanted -> {
            Integer key = keys.poll();
            return key == null ? Keys.NONE : key;
        };
        var terminal = new Terminal(
                new Screen(new PrintStream(out, true, StandardCharsets.UTF_8), coloured),
                new Screen(new PrintStream(err, true, StandardCharsets.UTF_8), coloured),
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                !interactive,
                interactive,
                keyboard,
                cleanUp -> {
                    interrupt.set(cleanUp);
                    return () -> interrupt.set(() -> {});
                },
                environment,
                folder);
        return Atmos.run(terminal, arguments);
    }

    /// As Ctrl-C does.
    public void interrupt() {
        interrupt.get().run();
    }

    public String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    public String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
