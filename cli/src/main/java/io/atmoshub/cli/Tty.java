package io.atmoshub.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Whether a standard stream is a terminal. Java only tells it for input and output together, but a person
/// may well pipe one of them; Linux shows each under `/proc`.
public final class Tty {
    private Tty() {}

    /// The console, where input and output are a terminal. Whether a JDK gives one to pipes depends on the JDK.
    public static Optional<Console> console() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal);
    }

    static boolean is(FileDescriptor stream) {
        int number = stream == FileDescriptor.in ? 0 : stream == FileDescriptor.out ? 1 : 2;
        try {
            Path target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + number));
            return target.startsWith("/dev/pts") || target.startsWith("/dev/tty") || target.startsWith("/dev/console");
        } catch (IOException | UnsupportedOperationException e) {
            // Java looks at input and output together, and takes longer.
            return console().isPresent();
        }
    }
}
