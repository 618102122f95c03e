package io.atmoshub.cli;

import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.cli.toolchain.ToolsHere;
import io.atmoshub.toolchain.ToolchainException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `atmos version`.
@Command(
        name = "version",
        description = "Shows the version.",
        footer = {"", "Examples:", "  atmos version", "  atmos version --json"})
public final class VersionCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--json", description = "Shows it as JSON.")
    private boolean json;

    VersionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (json) {
            terminal.out().json(Map.of("version", version()));
        } else {
            terminal.out().line(line());
        }
        return Atmos.DONE;
    }

    /// Lets the launcher answer by itself, as long as nobody asks for another Atmos.
    void keep(GlobalOptions options) {
        try (var tools = new ToolsHere(terminal, options)) {
            tools.keep("version", line());
        } catch (ToolchainException e) {
            // Tools are not managed here. Then it is found out anew each time.
            return;
        }
    }

    private static String line() {
        return "atmos " + version();
    }

    /// The version of this command.
    public static String version() {
        try (InputStream text = VersionCommand.class.getResourceAsStream("version.txt")) {
            return text == null ? "unknown" : new String(text.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return "unknown";
        }
    }
}
