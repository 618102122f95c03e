package io.atmoshub.cli;

import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.cli.toolchain.ProjectTools;
import io.atmoshub.project.Project;
import io.atmoshub.stacks.StackEngine;
import io.atmoshub.stacks.ToolFinder;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/// Opens the stacks of a project for a command.
public final class Stacks {
    private Stacks() {}

    public static StackEngine open(GlobalOptions options, Terminal terminal) {
        return open(options.project(terminal), options, terminal);
    }

    /// @param options how the tools of the project are found
    public static StackEngine open(Project project, GlobalOptions options, Terminal terminal) {
        StackEngine engine = StackEngine.open(project, new ProjectTools(terminal, options));
        engine.notes().forEach(note -> terminal.err().line(note));
        return engine;
    }

    /// Finds programs as a shell does, and never installs one.
    public static ToolFinder onPath(Terminal terminal) {
        return (program, component) -> executable(program, terminal).map(file -> new ToolFinder.Tool(file, Map.of()));
    }

    /// A program by its name, or by its path.
    public static Optional<Path> executable(String program, Terminal terminal) {
        String path = terminal.environment().getOrDefault("PATH", "");
        if (program.contains(File.separator)) {
            return Optional.of(terminal.folder().resolve(program)).filter(Files::isExecutable);
        }
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder).resolve(program))
                .filter(file -> Files.isExecutable(file) && Files.isRegularFile(file))
                .findFirst();
    }
}
