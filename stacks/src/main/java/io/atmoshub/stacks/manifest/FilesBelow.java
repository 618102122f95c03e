package io.atmoshub.stacks.manifest;

import io.atmoshub.project.Limits;
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
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The files below a folder as they looked at one moment, by their path from there, with `/`.
final class FilesBelow {
    private static final int DEEPEST = 64;
    private static final int MOST_FILES = 200_000;

    private final Path root;
    private final Limits limits;
    private final TreeMap<String, Found> files = new TreeMap<>();
    private final Set<String> linked = new HashSet<>();
    private final List<Found> folders = new ArrayList<>();
    private final long lookedAt = System.currentTimeMillis();

    private record Found(Path path, Stamp stamp) {
        boolean isStill() {
            return Stamp.of(path).equals(stamp);
        }

        Found again() {
            return new Found(path, Stamp.of(path));
        }
    }

    private FilesBelow(Path root, Limits limits) {
        this.root = root;
        this.limits = limits;
    }

    static FilesBelow of(Path root, Limits limits) throws IOException {
        FilesBelow found = new FilesBelow(root, limits);
        found.collect(new HashSet<>());
        return found;
    }

    /// A folder that changed a moment before may have changed again without a trace.
    boolean hasSameFolders() {
        return folders.stream().allMatch(folder -> !folder.stamp().isDoubtful(lookedAt) && folder.isStill());
    }

    /// How the same files look now; this itself where nothing changed.
    FilesBelow again() {
        if (files.values().stream().allMatch(Found::isStill)) {
            return this;
        }
        FilesBelow now = new FilesBelow(root, limits);
        files.forEach((name, file) -> now.files.put(name, file.again()));
        now.linked.addAll(linked);
        now.folders.addAll(folders);
        return now;
    }

    boolean looksLike(FilesBelow other) {
        return root.equals(other.root) && files.equals(other.files);
    }

    boolean hasFilesOf(FilesBelow other) {
        return root.equals(other.root) && files.keySet().equals(other.files.keySet());
    }

    Path root() {
        return root;
    }

    SortedSet<String> names() {
        return Collections.unmodifiableSortedSet(files.navigableKeySet());
    }

    boolean has(String name) {
        return files.containsKey(name);
    }

    @Nullable
    Stamp stamp(String name) {
        Found found = files.get(name);
        return found == null ? null : found.stamp();
    }

    /// The text of a file. Where no link leads out of the folder, the limits need not be asked for every single one.
    String text(String name) throws IOException {
        Path path = root.resolve(name);
        return linked.contains(name) ? limits.text(path) : plainText(path);
    }

    /// The text of a file that is no link.
    static String plainText(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
            byte[] bytes = in.readNBytes(Limits.LONGEST_FILE + 1);
            if (bytes.length > Limits.LONGEST_FILE) {
                throw new IOException("it is longer than %d MiB".formatted(Limits.LONGEST_FILE >> 20));
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
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
}
