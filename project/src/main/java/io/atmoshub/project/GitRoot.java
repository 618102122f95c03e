package io.atmoshub.project;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The top folder of a Git working copy: the nearest one at or above that has a `.git`, folder or file.
public final class GitRoot {
    private GitRoot() {}

    public static Optional<Path> of(Path folder, Limits limits) {
        for (Path here = folder.toAbsolutePath().normalize(); here != null; here = here.getParent()) {
            if (Files.exists(here.resolve(".git")) && limits.mayRead(here)) {
                return Optional.of(here);
            }
        }
        return Optional.empty();
    }
}
