package io.atmoshub.cli.toolchain;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.GlobalOptions;
import io.atmoshub.cli.terminal.Terminal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `atmos toolchain path`.
@Command(
        name = "path",
        description = "Shows the folders that put the pinned tools on the PATH.",
        footer = {"", "Examples:", "  eval \"$(atmos toolchain path --export)\"", "  atmos toolchain path --relative"})
final class PathCommand extends ToolchainAction {
    @Option(names = "--export", description = "As a line for a shell to read.")
    private boolean export;

    @Option(names = "--relative", description = "Folders as seen from here.")
    private boolean relative;

    PathCommand(Terminal terminal, GlobalOptions options) {
        super(terminal, options);
    }

    @Override
    int run(Toolbox box) {
        PathFolders found = PathFolders.of(box);
        List<String> folders = found.folders().stream()
                .map(folder -> relative ? box.folder().relativize(folder) : folder)
                .map(Path::toString)
                .toList();
        if (json()) {
            out().json(Map.of("path", folders, "missing", found.missing()));
        } else if (export) {
            Shell.bash
                    .lines(Map.of("PATH", found.path(terminal().environment()), PathFolders.ADDED, found.joined()))
                    .forEach(out()::line);
        } else {
            out().line(folders.stream().collect(Collectors.joining(java.io.File.pathSeparator)));
        }
        found.missing()
                .forEach(one -> err().line("%s is not installed. Install it: atmos toolchain install".formatted(one)));
        return Atmos.DONE;
    }
}
