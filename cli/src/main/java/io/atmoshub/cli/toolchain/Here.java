package io.atmoshub.cli.toolchain;

import io.atmoshub.cli.GlobalOptions;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.project.Project;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.toolchain.pin.Pins;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Where a person stands, and what the project there says about tools.
///
/// @param base where paths of the section start: the folder of `atmos.yaml`, else that of the nearest versions file,
///     else where one stands
/// @param since no file was read before, in milliseconds as the system counts them
record Here(Path folder, Project project, @Nullable YamlMapping section, Path base, long since) {
    static Here of(Terminal terminal, GlobalOptions options) {
        Path folder = options.folder(terminal).toAbsolutePath().normalize();
        Project project = options.project(terminal);
        return new Here(folder, project, section(project), base(folder, project), options.since());
    }

    private static @Nullable YamlMapping section(Project project) {
        return project.config()
                .node("toolchain")
                .or(() -> project.config().node("settings", "toolchain"))
                .map(node -> node instanceof YamlMapping mapping ? mapping : null)
                .orElse(null);
    }

    private static Path base(Path folder, Project project) {
        if (!project.files().isEmpty() && folder.startsWith(project.configFolder())) {
            return project.configFolder();
        }
        for (Path at = folder; at != null; at = at.getParent()) {
            if (Files.isRegularFile(at.resolve(Pins.FILE))) {
                return at;
            }
        }
        return folder;
    }
}
