package io.atmoshub.stacks.manifest;

import io.atmoshub.project.Limits;
import io.atmoshub.project.Project;
import io.atmoshub.project.remote.Remotes;
import io.atmoshub.stacks.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// The folder of the manifests and what lies in it, looked at once. Files are named by their path below the folder,
/// with `/`; a manifest's key is that without its extension.
public final class StacksFolder {
    static final List<String> EXTENSIONS = List.of(".yaml", ".yml", ".yaml.tmpl", ".yml.tmpl");

    private final Path root;
    private final String shown;
    private final Limits limits;
    private final FilesBelow files;
    private final ConcurrentMap<String, RemoteManifest> remote = new ConcurrentHashMap<>();
    private final Remotes remotes;
    private final Object moment = new Object();

    private StacksFolder(FilesBelow files, String shown, Limits limits) {
        this.root = files.root();
        this.shown = shown;
        this.limits = limits;
        this.files = files;
        this.remotes = Remotes.under(limits);
    }

    public static StacksFolder of(Project project) {
        Path root = project.stacksFolder();
        if (!project.limits().mayRead(root) || !Files.isDirectory(root)) {
            throw new StackException(
                    null,
                    "There is no folder %s for stack manifests.".formatted(root),
                    "Create it, or correct stacks.base_path in atmos.yaml.");
        }
        String shown = root.startsWith(project.basePath())
                ? project.basePath().relativize(root).toString().replace('\\', '/')
                : root.toString();
        try {
            return new StacksFolder(FilesBelow.of(root, project.limits()), shown, project.limits());
        } catch (IOException e) {
            throw new StackException(
                    null,
                    "The folder %s can't be read: %s.".formatted(root, e.getMessage()),
                    "Look at its permissions.",
                    e);
        }
    }

    /// As it is now; this itself where nothing changed. New files show in their folder's time: where no folder changed,
    /// only the files are looked at.
    StacksFolder again(Project project) {
        if (!files.hasSameFolders()) {
            return of(project);
        }
        FilesBelow now = files.again();
        return now == files ? this : new StacksFolder(now, shown, limits);
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
            return files.has(pattern) ? List.of(pattern) : List.of();
        }
        PathPattern matcher = new PathPattern(pattern);
        String extension = extension(pattern);
        boolean plain = extension.chars().skip(1).allMatch(Character::isLetterOrDigit);
        String end = plain ? extension : "";
        return files.names().stream()
                .filter(file -> file.endsWith(end) && matcher.matches(file))
                .toList();
    }

    boolean has(String file) {
        return files.has(file) || remote.containsKey(file);
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
        Stamp known = files.stamp(file);
        return known == null ? Stamp.of(path(file)) : known;
    }

    /// Whether another look found the same files.
    boolean hasFilesOf(StacksFolder other) {
        return files.hasFilesOf(other.files);
    }

    /// Whether, from outside, nothing has changed.
    boolean looksLike(StacksFolder other) {
        return files.looksLike(other.files);
    }

    /// Keys of everything that could be imported.
    List<String> keys() {
        return files.names().stream().map(StacksFolder::key).toList();
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

    String text(String file) throws IOException {
        if (files.has(file)) {
            return files.text(file);
        }
        return remote.containsKey(file) ? FilesBelow.plainText(path(file)) : limits.text(path(file));
    }
}
