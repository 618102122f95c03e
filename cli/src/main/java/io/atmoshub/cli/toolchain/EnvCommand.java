package io.atmoshub.cli.toolchain;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.GlobalOptions;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.toolchain.fetch.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `atmos toolchain env`.
@Command(
        name = "env",
        description = "Writes the environment in which the pinned tools are on the PATH.",
        footer = {"", "Examples:", "  eval \"$(atmos toolchain env)\"", "  atmos toolchain env --format github"})
final class EnvCommand extends ToolchainAction {
    /// For whom it is.
    enum Format {
        bash,
        zsh,
        fish,
        powershell,
        dotenv,
        json,
        github
    }

    @Option(names = "--format", paramLabel = "FORMAT", description = "One of: ${COMPLETION-CANDIDATES}.")
    private @Nullable Format format;

    EnvCommand(Terminal terminal, GlobalOptions options) {
        super(terminal, options);
    }

    @Override
    int run(Toolbox box) {
        PathFolders found = PathFolders.of(box);
        Map<String, String> variables =
                Map.of("PATH", found.path(terminal().environment()), PathFolders.ADDED, found.joined());
        switch (json() ? Format.json : chosen()) {
            case json -> out().json(variables);
            case github -> github(found);
            case bash -> Shell.bash.lines(variables).forEach(out()::line);
            case zsh -> Shell.zsh.lines(variables).forEach(out()::line);
            case fish -> Shell.fish.lines(variables).forEach(out()::line);
            case powershell -> Shell.powershell.lines(variables).forEach(out()::line);
            case dotenv -> Shell.dotenv.lines(variables).forEach(out()::line);
        }
        found.missing()
                .forEach(one -> err().line("%s is not installed. Install it: atmos toolchain install".formatted(one)));
        return Atmos.DONE;
    }

    private Format chosen() {
        String set = terminal().environment().getOrDefault("ATMOS_TOOLCHAIN_ENV_FORMAT", "");
        if (format != null || set.isBlank()) {
            return format == null ? Format.bash : format;
        }
        try {
            return Format.valueOf(set);
        } catch (IllegalArgumentException e) {
            throw misused("ATMOS_TOOLCHAIN_ENV_FORMAT can't be \"%s\".".formatted(set));
        }
    }

    /// GitHub's runner reads a file, line by line; without one they are shown.
    private void github(PathFolders found) {
        List<String> folders =
                found.folders().reversed().stream().map(Path::toString).toList();
        String file = terminal().environment().getOrDefault("GITHUB_PATH", "");
        if (file.isBlank()) {
            folders.forEach(out()::line);
            return;
        }
        try {
            Files.write(Path.of(file), folders, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw Disk.trouble(e);
        }
    }
}
