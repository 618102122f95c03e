package io.atmoshub.cli.door;

import io.atmoshub.project.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Whether any stack says a word about tools. Most projects don't, and then nobody has to wait until all stacks are
/// understood.
record Mentions(Project project) {
    boolean tools() {
        Path folder = project.stacksFolder();
        try (Stream<Path> all = Files.walk(folder)) {
            return all
                    .filter(file -> file.toString().matches(".*\\.ya?ml(\\.tmpl)?") && Files.isRegularFile(file))
                    .toList()
                    .parallelStream()
                    .anyMatch(Mentions::in);
        } catch (IOException | UncheckedIOException e) {
            return true;
        }
    }

    private static boolean in(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            return text.contains("dependencies") && text.contains("tools");
        } catch (IOException e) {
            return true;
        }
    }
}
