package io.atmoshub.cli.terminal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Starts programs on a person's behalf. In front of the real terminal they have it for themselves; anywhere else,
/// what they print goes through the screens.
public final class Programs {
    private Programs() {}

    /// Runs one to its end and gives its exit code.
    public static int run(Terminal terminal, List<String> command, Path folder, Map<String, String> environment)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        if (terminal.in() == System.in) {
            return builder.inheritIO().start().waitFor();
        }
        Process process = builder.start();
        process.getOutputStream().close();
        Thread out = Thread.ofVirtual().start(() -> copy(process.getInputStream(), terminal.out()));
        Thread err = Thread.ofVirtual().start(() -> copy(process.getErrorStream(), terminal.err()));
        try {
            int code = process.waitFor();
            out.join();
            err.join();
            return code;
        } finally {
            process.destroy();
        }
    }

    private static void copy(InputStream from, Screen to) {
        try (var lines = new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8))) {
            lines.lines().forEach(to::line);
        } catch (IOException gone) {
            // It ended; its exit code tells how.
        }
    }
}
