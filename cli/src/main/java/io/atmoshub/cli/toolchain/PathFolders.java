package io.atmoshub.cli.toolchain;

import io.atmoshub.toolchain.ToolchainException;
import io.atmoshub.toolchain.install.ToolsFolder.Installed;
import io.atmoshub.toolchain.pin.Pin;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The folders that put a person's pinned tools on the PATH, and those that are missing.
record PathFolders(List<Path> folders, List<String> missing) {
    /// What an earlier call put there, so that this one can take it away.
    static final String ADDED = "ATMOS_TOOLCHAIN_ADDED";

    static PathFolders of(Toolbox box) {
        var folders = new ArrayList<Path>();
        var missing = new ArrayList<String>();
        for (Pin pin : box.pins().all()) {
            if (pin.version().equals("system")) {
                continue;
            }
            installed(box, pin)
                    .map(Installed::folder)
                    .ifPresentOrElse(folders::add, () -> missing.add(pin.name() + "@" + pin.version()));
        }
        return new PathFolders(folders.stream().distinct().toList(), missing);
    }

    /// A version that only another program understands is not installed here.
    private static Optional<Installed> installed(Toolbox box, Pin pin) {
        try {
            return box.known(pin.name()).flatMap(tool -> box.installed(tool, pin.version()));
        } catch (ToolchainException e) {
            return Optional.empty();
        }
    }

    String joined() {
        return String.join(
                File.pathSeparator, folders.stream().map(Path::toString).toList());
    }

    /// The whole PATH: these folders, then what was there without what an earlier call added.
    String path(Map<String, String> environment) {
        List<String> before = parts(environment.getOrDefault(ADDED, ""));
        var path = new ArrayList<String>();
        folders.forEach(folder -> path.add(folder.toString()));
        parts(environment.getOrDefault("PATH", "")).stream()
                .filter(part -> !before.contains(part) && !path.contains(part))
                .forEach(path::add);
        return String.join(File.pathSeparator, path);
    }

    private static List<String> parts(String path) {
        return List.of(path.split(File.pathSeparator)).stream()
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
