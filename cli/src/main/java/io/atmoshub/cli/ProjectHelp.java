package io.atmoshub.cli;

import io.atmoshub.cli.door.ProjectCommands;
import io.atmoshub.cli.terminal.Screen;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.project.ProjectException;
import io.atmoshub.project.yaml.YamlException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/// The part of the help about commands that a project has of its own.
final class ProjectHelp {
    private ProjectHelp() {}

    static void add(CommandLine atmos, Terminal terminal, GlobalOptions options) {
        List<ProjectCommands.Own> all;
        try {
            all = ProjectCommands.of(options.quietly(terminal)).all();
        } catch (ProjectException | YamlException | Failure e) {
            // Help is not the place for what is wrong with the files.
            return;
        }
        if (all.isEmpty()) {
            return;
        }
        int width =
                all.stream().mapToInt(command -> command.name().length()).max().orElse(0);
        var footer = new ArrayList<>(List.of("", "Commands of this project, which Atmos runs:"));
        for (ProjectCommands.Own command : all) {
            String about = command.description().lines().findFirst().orElse("");
            footer.add(harmless("  %s%s  %s"
                    .formatted(command.name(), " ".repeat(width - command.name().length()), about)
                    .stripTrailing()));
        }
        footer.addAll(List.of(atmos.getCommandSpec().usageMessage().footer()));
        atmos.getCommandSpec().usageMessage().footer(footer.toArray(String[]::new));
    }

    /// The library takes some signs for its own.
    private static String harmless(String line) {
        return Screen.harmless(line).replace("%", "%%").replace("@|", "@ |");
    }
}
