package io.atmoshub.assistant.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// A project's folder on this machine. Its files were written by many people and are input, not code: a
/// link may lead out of it, a name may be a trap, a file may be no file at all.
public final class ProjectFolder {
    /// More than this is not read: nobody writes a stack of this size by hand.
    public static final int LARGEST = 2 * 1024 * 1024;

    private final Path root;

    /// The folder must exist; links above it are followed once, here.
    public ProjectFolder(Path root) {
        try {
            this.root = root.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException("The project's folder can't be read: " + root, e);
        }
    }

    public Path root() {
        return root;
    }

    /// Refuses what must stay closed.
    interface Check {
        void open(ProjectPath path) throws FileRefused;
    }

    /// The text of a file; empty when there is none of this name.
    Optional<String> read(ProjectPath path, Check check) throws FileRefused {
        Optional<Path> real = real(path);
        if (real.isEmpty()) {
            return Optional.empty();
        }
        // A link inside the project must not open what the name itself would not.
        ProjectPath actual = ProjectPath.trusted(slashed(root.relativize(real.get())));
        check.open(actual);
        try {
            byte[] bytes = new GuardedFile(root, root.relativize(real.get()), path).bytes(LARGEST);
            return Optional.of(FileText.decoded(bytes)
                    .orElseThrow(() -> new FileRefused(
                            "not a text file", "%s is not a text file (it is binary or not UTF-8).".formatted(path))));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /// All files that the project's ignore files don't leave out.
    FolderWalk walk() {
        return FolderWalk.of(root);
    }

    /// Which paths `.atmosignore` closes to the assistant. One that is there and can't be read closes
    /// everything: nobody can tell what it meant to.
    Predicate<ProjectPath> closed() {
        try {
            ProjectPath file = new ProjectPath(".atmosignore");
            Optional<Path> real = real(file);
            if (real.isEmpty()) {
                return _ -> false;
            }
            byte[] bytes = new GuardedFile(root, root.relativize(real.get()), file).bytes(LARGEST);
            Optional<String> text = FileText.decoded(bytes);
            IgnoreRules rules = new IgnoreRules();
            text.ifPresent(lines -> rules.add("", lines));
            return path -> text.isEmpty() || rules.ignoresAnywhere(path.value());
        } catch (IOException | FileRefused _) {
            return _ -> true;
        }
    }

    boolean isFolder(ProjectPath path) throws FileRefused {
        Optional<Path> real = real(path);
        return real.isPresent() && Files.isDirectory(real.get(), LinkOption.NOFOLLOW_LINKS);
    }

    /// What must hold for a new content of this file to make sense: nothing on the way to it is a file or a
    /// link, and what stands there now, if anything, is a plain file.
    void checkWritable(ProjectPath path) throws FileRefused {
        Path at = root;
        List<String> names = path.names();
        for (int i = 0; i < names.size(); i++) {
            at = child(at, names.get(i));
            try {
                BasicFileAttributes found =
                        Files.readAttributes(at, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                boolean last = i == names.size() - 1;
                if (last ? !found.isRegularFile() : !found.isDirectory()) {
                    throw new FileRefused(
                            "not a plain file",
                            "%s can't be written: %s is not a plain %s."
                                    .formatted(path, root.relativize(at), last ? "file" : "folder"));
                }
            } catch (NoSuchFileException _) {
                return;
            } catch (IOException e) {
                throw unreadable(path, e);
            }
        }
    }

    /// Where a file of this path is or would be, its links not followed.
    Path place(ProjectPath path) {
        Path at = root;
        for (String name : path.names()) {
            at = child(at, name);
        }
        return at;
    }

    /// Where the path leads once all links are followed: inside this folder, or it is refused.
    private Optional<Path> real(ProjectPath path) throws FileRefused {
        try {
            Path real = place(path).toRealPath();
            if (!real.startsWith(root)) {
                throw new FileRefused(
                        "leads out of the project", "%s is a link that leads out of the project.".formatted(path));
            }
            for (Path name : root.relativize(real)) {
                if (ProjectPath.isGit(name.toString())) {
                    throw new FileRefused(
                            "closed: .git", "%s leads into Git's own folder, which is closed.".formatted(path));
                }
            }
            return Optional.of(real);
        } catch (NoSuchFileException | NotDirectoryException _) {
            return Optional.empty();
        } catch (IOException e) {
            if (e.getMessage() != null && e.getMessage().contains("Not a directory")) {
                return Optional.empty();
            }
            throw unreadable(path, e);
        }
    }

    /// Some systems keep names decomposed; both spellings are the same name.
    private static Path child(Path folder, String name) {
        Path composed = folder.resolve(name);
        if (Files.exists(composed, LinkOption.NOFOLLOW_LINKS)) {
            return composed;
        }
        Path decomposed = folder.resolve(Normalizer.normalize(name, Normalizer.Form.NFD));
        return Files.exists(decomposed, LinkOption.NOFOLLOW_LINKS) ? decomposed : composed;
    }

    static String slashed(Path relative) {
        return relative.toString().replace(relative.getFileSystem().getSeparator(), "/");
    }

    private static FileRefused unreadable(ProjectPath path, IOException e) {
        // The message of an IOException holds the server's own path; its kind says enough.
        return new FileRefused(
                "can't be read",
                "%s can't be read (%s).".formatted(path, e.getClass().getSimpleName()));
    }
}
