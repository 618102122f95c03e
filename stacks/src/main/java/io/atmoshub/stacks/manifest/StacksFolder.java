package io.atmoshub.stacks.manifest;

import io.atmoshub.project.Project;
import io.atmoshub.stacks.StackException;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeSet;

/// The folder of the manifests and what lies in it, looked at once. Files are named by their path below the folder,
/// with `/`; a manifest's key is that without its extension.
public final class StacksFolder {
    static final List<String> EXTENSIONS = List.of(".yaml", ".yml", ".yaml.tmpl", ".yml.tmpl");
    private static final int DEEPEST = 64;

    private final Path root;
    private final String shown;
    private final TreeSet<String> files = new TreeSet<>();

    private StacksFolder(Path root, String shown) {
        this.root = root;
        this.shown = shown;
    }

    public static StacksFolder of(Project project) {
        Path root = project.stacksFolder();
        String shown = root.startsWith(project.basePath())
                ? project.basePath().relativize(root).toString().replace('\\', '/')
                : root.toString();
        StacksFolder folder = new StacksFolder(root, shown);
        if (!Files.isDirectory(root)) {
            throw new StackException(
                    null,
                    "There is no folder %s for stack manifests.".formatted(root),
                    "Create it, or correct stacks.base_path in atmos.yaml.");
        }
        try {
            Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEEPEST, folder.new Collector());
        } catch (IOException e) {
            throw new StackException(
                    null,
                    "The folder %s can't be read: %s.".formatted(root, e.getMessage()),
                    "Look at its permissions.",
                    e);
        }
        return folder;
    }

    public Path root() {
        return root;
    }

    /// The manifests that are stacks: included and not excluded, in order.
    public List<String> stackFiles(List<String> included, List<String> excluded) {
        List<PathPattern> out = excluded.stream().map(PathPattern::new).toList();
        TreeSet<String> found = new TreeSet<>();
        for (String pattern : included) {
            found.addAll(matching(pattern));
        }
        found.removeIf(file -> out.stream().anyMatch(pattern -> pattern.matches(file)));
        if (found.isEmpty()) {
            throw new StackException(
                    null,
                    "No stack manifest below %s matches %s.".formatted(root, String.join(", ", included)),
                    "Add one, or correct stacks.included_paths and stacks.excluded_paths in atmos.yaml.");
        }
        return List.copyOf(found);
    }

    /// The files that a path or pattern means. Without an extension it stands for one with any that manifests have.
    List<String> matching(String pattern) {
        if (extension(pattern).isEmpty()) {
            return EXTENSIONS.stream()
                    .flatMap(extension -> exactly(pattern + extension).stream())
                    .toList();
        }
        return exactly(pattern);
    }

    private List<String> exactly(String pattern) {
        if (!PathPattern.isPattern(pattern)) {
            return files.contains(pattern) ? List.of(pattern) : List.of();
        }
        PathPattern matcher = new PathPattern(pattern);
        return files.stream().filter(matcher::matches).toList();
    }

    boolean has(String file) {
        return files.contains(file);
    }

    /// Keys of everything that could be imported.
    List<String> keys() {
        return files.stream().map(StacksFolder::key).toList();
    }

    Path path(String file) {
        return root.resolve(file).normalize();
    }

    /// The file as messages name it: from the project's base path.
    String shown(String file) {
        return shown.isEmpty() ? file : shown + "/" + file;
    }

    /// A place's file, named as in the stacks folder again.
    public String below(String shownFile) {
        return !shown.isEmpty() && shownFile.startsWith(shown + "/")
                ? shownFile.substring(shown.length() + 1)
                : shownFile;
    }

    static String extension(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot);
    }

    public static String key(String file) {
        for (int i = EXTENSIONS.size() - 1; i >= 0; i--) {
            if (file.endsWith(EXTENSIONS.get(i))) {
                return file.substring(0, file.length() - EXTENSIONS.get(i).length());
            }
        }
        return file;
    }

    private final class Collector extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()) {
                files.add(root.relativize(file).toString().replace('\\', '/'));
            }
            return FileVisitResult.CONTINUE;
        }

        /// A link in a circle, or a file that is gone by now.
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
        }
    }
}
