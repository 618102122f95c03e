package io.atmoshub.stacks.manifest;

import io.atmoshub.project.Limits;
import io.atmoshub.project.Project;
import io.atmoshub.stacks.StackException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The folder of the manifests and what lies in it, looked at once. Files are named by their path below the folder,
/// with `/`; a manifest's key is that without its extension.
public final class StacksFolder {
    static final List<String> EXTENSIONS = List.of(".yaml", ".yml", ".yaml.tmpl", ".yml.tmpl");
    private static final int DEEPEST = 64;

    private final Path root;
    private final String shown;
    private final TreeSet<String> files = new TreeSet<>();
    private final Set<String> linked = new HashSet<>();
    private final Limits limits;

    private StacksFolder(Path root, String shown, Limits limits) {
        this.root = root;
        this.shown = shown;
        this.limits = limits;
    }

    public static StacksFolder of(Project project) {
        Path root = project.stacksFolder();
        String shown = root.startsWith(project.basePath())
                ? project.basePath().relativize(root).toString().replace('\\', '/')
                : root.toString();
        StacksFolder folder = new StacksFolder(root, shown, project.limits());
        if (!project.limits().mayRead(root) || !Files.isDirectory(root)) {
            throw new StackException(
                    null,
                    "There is no folder %s for stack manifests.".formatted(root),
                    "Create it, or correct stacks.base_path in atmos.yaml.");
        }
        try {
            folder.collect(new HashSet<>());
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

    /// @param seen folders behind links, so that a link in a circle is followed once
    private void collect(Set<Path> seen) throws IOException {
        Files.walkFileTree(root, Set.of(), DEEPEST, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                boolean link = attributes.isSymbolicLink();
                if (link && Files.isDirectory(file)) {
                    Optional<Path> target = limits.resolved(file);
                    if (target.isPresent() && seen.add(target.get())) {
                        collectBehind(target.get(), file);
                    }
                } else if (link || attributes.isRegularFile()) {
                    add(file, link);
                }
                return FileVisitResult.CONTINUE;
            }

            /// A file that is gone by now.
            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /// The files of a folder that a link leads to, named as if they lay where the link is.
    private void collectBehind(Path target, Path link) throws IOException {
        try (Stream<Path> below = Files.walk(target, DEEPEST)) {
            below.filter(Files::isRegularFile).forEach(file -> add(link.resolve(target.relativize(file)), true));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void add(Path file, boolean behindLink) {
        String name = root.relativize(file).toString().replace('\\', '/');
        files.add(name);
        if (behindLink) {
            linked.add(name);
        }
    }

    /// The text of a file. Where no link leads out of the folder, the limits need not be asked for every single one.
    String text(String file) throws IOException {
        Path path = path(file);
        if (linked.contains(file) || !files.contains(file)) {
            return limits.text(path);
        }
        try (InputStream in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
            byte[] bytes = in.readNBytes(Limits.LONGEST_FILE + 1);
            if (bytes.length > Limits.LONGEST_FILE) {
                throw new IOException("it is longer than %d MiB".formatted(Limits.LONGEST_FILE >> 20));
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
