package io.atmoshub.project;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How a project is opened: in which folder, and what the options of the command say.
///
/// @param folder where the person is
/// @param files configuration to read instead of what would be found (`--config`)
/// @param folders the same, folders with an `atmos.yaml` each (`--config-path`)
/// @param basePath `--base-path`
/// @param profiles `--profile`
/// @param settings values over everything else, by option: the path of the setting with dots, and the value
public record Opening(
        Path folder,
        List<Path> files,
        List<Path> folders,
        Optional<String> basePath,
        List<String> profiles,
        Map<String, Setting> settings) {
    /// A value an option sets.
    public record Setting(String path, String value) {}

    public Opening {
        folder = folder.toAbsolutePath().normalize();
        files = List.copyOf(files);
        folders = List.copyOf(folders);
        profiles = List.copyOf(profiles);
        settings = Map.copyOf(settings);
    }

    public static Opening of(Path folder) {
        return new Opening(folder, List.of(), List.of(), Optional.empty(), List.of(), Map.of());
    }
}
