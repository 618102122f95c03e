package io.atmoshub.cli;

import io.atmoshub.cli.terminal.Keys;
import io.atmoshub.cli.terminal.Screen;
import io.atmoshub.cli.terminal.Terminal;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/// A terminal that nobody looks at.
final class Nowhere {
    private Nowhere() {}

    static Terminal terminal() {
        var screen = new Screen(new PrintStream(OutputStream.nullOutputStream()), false);
        return new Terminal(
                screen,
                screen,
                InputStream.nullInputStream(),
                true,
                false,
                wanted -> Keys.NONE,
                cleanUp -> () -> {},
                Map.of(),
                Path.of(""));
    }
}
