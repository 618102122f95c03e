package io.atmoshub.stacks.manifest;

import io.atmoshub.project.Limits;
import io.atmoshub.project.Project;
import io.atmoshub.project.remote.Remotes;
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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;

/// The folder of the manifests and what lies in it, looked at once. Files are named by their path below the folder,
/// with `/`; a manifest's key is that without its extension.
public final class StacksFolder {
    static final List<String> EXTENSIONS = List.of(".yaml", ".yml", ".yaml.tmpl", ".yml.tmpl");
    private static final int DEEPEST = 64;
    private static final int MOST_FILES = 200_000;

    private final Path root;
    private final String shown;
    private final Limits limits;
    private final TreeMap<String, Found> files = new TreeMap<>();
    private final Set<String> linked = new HashSet<>();
    private final ConcurrentMap<String, RemoteManifest> remote = new ConcurrentHashMap<>();
    private final Remotes remotes;
    private final List<Found> folders = new ArrayList<>();
    private final Object moment = new Object();
    private final long lookedAt = System.currentTimeMillis();

    private record Found(Path path, Stamp stamp) {
        boolean isStill() {
            return Stamp.of(path).equals(stamp);
        }
    }

    private StacksFolder(Path root, String shown, Limits limits) {
        this.root = root;
        this.shown = shown;
        this.limits = limits;
        this.remotes = Remotes.under(limits);
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
            return files.containsKey(pattern) ? List.of(pattern) : List.of();
        }
        PathPattern matcher = new PathPattern(pattern);
        String extension = extension(pattern);
        boolean plain = extension.chars().skip(1).allMatch(Character::isLetterOrDigit);
        String end = plain ? extension : "";
        return files.keySet().stream()
                .filter(file -> file.endsWith(end) && matcher.matches(file))
                .toList();
    }

    boolean has(String file) {
        return files.containsKey(file) || remote.containsKey(file);
    }

    /// Manifests from elsewhere are named by their address, which has two slashes in it.
    static boolean isRemote(String file) {
        return file.contains("//");
    }

    void addRemote(String name, RemoteManifest manifest) {
        remote.put(name, manifest);
    }

    /// What an earlier look found elsewhere.
    void knowRemotesOf(StacksFolder other) {
        other.remote.forEach(remote::putIfAbsent);
    }

    /// Whether the manifests that this one imports are where it is itself.
    boolean isNestedRemote(String file) {
        return isRemote(file) && remoteManifest(file).nested() != null;
    }

    RemoteManifest remoteManifest(String file) {
        RemoteManifest found = remote.get(file);
        if (found == null) {
            throw new IllegalStateException(file);
        }
        return found;
    }

    Remotes remotes() {
        return remotes;
    }

    /// What to know about manifests from elsewhere, in words.
    public List<String> notes() {
        return remotes.notes();
    }

    /// The same object as long as it is the same look.
    Object moment() {
        return moment;
    }

    /// What a file looked like.
    Stamp stamp(String file) {
        Found found = files.get(file);
        return found == null ? Stamp.of(path(file)) : found.stamp();
    }

    /// Whether another look found the same files.
    boolean hasFilesOf(StacksFolder other) {
        return root.equals(other.root) && files.keySet().equals(other.files.keySet());
    }

    /// Whether everything looks as it did. That is quicker than to look for new files: those show in their folder's
    /// time. A folder that changed a moment before may have changed again without a trace.
    boolean isStill() {
        return folders.stream().allMatch(each -> !each.stamp().isDoubtful(lookedAt) && each.isStill())
                && files.values().stream().allMatch(Found::isStill);
    }

    /// Whether, from outside, nothing has changed.
    boolean looksLike(StacksFolder other) {
        return root.equals(other.root) && files.equals(other.files);
    }

    /// Keys of everything that could be imported.
    List<String> keys() {
        return files.keySet().stream().map(StacksFolder::key).toList();
    }

    Path path(String file) {
        RemoteManifest elsewhere = remote.get(file);
        return elsewhere != null ? elsewhere.file() : root.resolve(file).normalize();
    }

    /// The file as messages name it: from the project's base path.
    String shown(String file) {
        return shown.isEmpty() || isRemote(file) ? file : shown + "/" + file;
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
        if (isRemote(file)) {
            return file.replaceFirst("##", "#");
        }
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
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                folders.add(new Found(directory, Stamp.of(attributes)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                boolean link = attributes.isSymbolicLink();
                if (link && Files.isDirectory(file)) {
                    Optional<Path> target = limits.resolved(file);
                    if (target.isPresent() && seen.add(target.get())) {
                        collectBehind(target.get(), file);
                    }
                } else if (link || attributes.isRegularFile()) {
                    add(file, link ? Stamp.of(file) : Stamp.of(attributes), link);
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
            below.forEach(file -> {
                if (Files.isDirectory(file)) {
                    folders.add(new Found(file, Stamp.of(file)));
                } else if (Files.isRegularFile(file)) {
                    Path named = link.resolve(target.relativize(file));
                    add(named, Stamp.of(named), true);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void add(Path file, Stamp stamp, boolean behindLink) {
        if (files.size() >= MOST_FILES) {
            throw new StackException(
                    null,
                    "There are more than %,d files below %s.".formatted(MOST_FILES, root),
                    "Correct stacks.base_path in atmos.yaml, or look for a link that leads out of it.");
        }
        String name = root.relativize(file).toString().replace('\\', '/');
        files.put(name, new Found(file, stamp));
        if (behindLink) {
            linked.add(name);
        }
    }

    /// The text of a file. Where no link leads out of the folder, the limits need not be asked for every single one.
    String text(String file) throws IOException {
        Path path = path(file);
        if (linked.contains(file) || !has(file)) {
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
