package io.atmoshub.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Runs commands one after another in one process, so that the build learns which classes everyday commands need.
final class Rehearsal {
    private Rehearsal() {}

    public static void main(String[] arguments) throws IOException {
        for (String line : Files.readAllLines(Path.of(arguments[0]))) {
            if (!line.isBlank() && !line.startsWith("#")) {
                Atmos.run(Atmos.ofThisProcess(), line.split(" "));
            }
        }
    }
}
