package io.atmoshub.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes the files of a project under test.
record Folder(Path path) {
    Folder with(String name, String text) {
        try {
            Path file = path.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    Folder folder(String name) {
        try {
            return new Folder(Files.createDirectories(path.resolve(name)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
