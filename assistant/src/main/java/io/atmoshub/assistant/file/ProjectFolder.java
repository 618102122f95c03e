package io.atmoshub.assistant.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/// A project's folder on this machine. Its files were written by many people and are input, not code.
public final class ProjectFolder {
    private final Path root;

    /// The folder must exist; links above it are followed once, here.
    public ProjectFolder(Path root) {
        try {
            this.root = root.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException("The project's folder can't be read: " + root, e);
        }
    }

    public Path root() {
        return root;
    }
}
