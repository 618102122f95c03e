package io.atmoshub.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes the files of a project that commands are run on.
public record ProjectFiles(Path folder) {
    public ProjectFiles with(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
