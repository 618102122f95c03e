package io.atmoshub.cli.door;

import io.atmoshub.project.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Whether any stack or component says a word about tools. Most projects don't, and then nobody has to wait until all
/// stacks are understood.
record Mentions(Project project) {
    private static final Pattern MANIFESTS = Pattern.compile(".*\\.ya?ml(\\.tmpl)?");

    /// A component may say it beside its code.
    private static final Pattern BESIDE = Pattern.compile("component\\.yaml");

    /// Further down is what Terraform fetched.
    private static final int DEEPEST = 5;

    /// @param type of the components that matter
    boolean tools(String type) {
        return anyOf(project.stacksFolder(), MANIFESTS, Integer.MAX_VALUE)
                || anyOf(project.componentsFolder(type), BESIDE, DEEPEST);
    }

    private static boolean anyOf(Path folder, Pattern names, int depth) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> all = Files.walk(folder, depth)) {
            return all
                    .filter(file ->
                            names.matcher(String.valueOf(file.getFileName())).matches() && Files.isRegularFile(file))
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
            return text.contains("tools") && (text.contains("dependencies") || text.contains("settings"));
        } catch (IOException e) {
            return true;
        }
    }
}
