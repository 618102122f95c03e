package io.atmoshub.assistant.file;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/// A session's own copy of a project: the folder, and over it what the session wrote. The folder itself is
/// never written.
public final class SessionCopy {
    /// The files by path; `whole` says that none were left out because there are too many.
    public record Files(List<ProjectPath> paths, boolean whole) {}

    private final ProjectFolder folder;
    private final Predicate<ProjectPath> ignored;
    private final Predicate<ProjectPath> ruledOut;
    private final Map<String, String> written = new TreeMap<>();

    /// The contents by path, as the session's log tells them.
    public SessionCopy(ProjectFolder folder, Map<String, String> written) {
        this(folder, written, _ -> false);
    }

    /// @param ruledOut the files that rules close
    public SessionCopy(ProjectFolder folder, Map<String, String> written, Predicate<ProjectPath> ruledOut) {
        this.folder = folder;
        this.ignored = folder.closed();
        this.ruledOut = ruledOut;
        written.forEach((path, content) -> this.written.put(Normalizer.normalize(path, Normalizer.Form.NFC), content));
    }

    /// The text of a file; empty when there is none of this name.
    public Optional<String> read(ProjectPath path) throws FileRefused {
        checkOpen(path);
        String own = written.get(path.value());
        return own != null ? Optional.of(own) : folder.read(path, this::checkOpen);
    }

    /// The project's folder, without what the session wrote.
    public Path root() {
        return folder.root();
    }

    /// The paths of the files that the session wrote.
    public List<String> written() {
        return List.copyOf(written.keySet());
    }

    /// Whether `.atmosignore` or a rule closes a file to the assistant.
    public boolean isClosed(ProjectPath path) {
        return ignored.test(path) || ruledOut.test(path);
    }

    public boolean isFolder(ProjectPath path) throws FileRefused {
        return written.keySet().stream().anyMatch(p -> p.startsWith(path.value() + "/")) || folder.isFolder(path);
    }

    /// All files that the project's ignore files don't leave out, by path.
    public Files files() {
        FolderWalk walk = folder.walk();
        TreeSet<String> paths = new TreeSet<>(written.keySet());
        walk.files().forEach(path -> paths.add(path.value()));
        List<ProjectPath> all = new ArrayList<>();
        paths.stream()
                .map(ProjectPath::new)
                .filter(path -> !ruledOut.test(path))
                .forEach(all::add);
        return new Files(List.copyOf(all), walk.whole());
    }

    /// Refuses a path that could not be written in a working folder either.
    public void checkWritable(ProjectPath path) throws FileRefused {
        checkOpen(path);
        for (String other : written.keySet()) {
            if (other.startsWith(path.value() + "/") || path.value().startsWith(other + "/")) {
                throw new FileRefused("not a plain file", "%s can't be written: %s is a file.".formatted(path, other));
            }
        }
        folder.checkWritable(path);
    }

    private void checkOpen(ProjectPath path) throws FileRefused {
        if (ignored.test(path)) {
            throw new FileRefused(
                    "closed: .atmosignore",
                    "%s is closed to the assistant: the project's .atmosignore names it.".formatted(path));
        }
        if (ruledOut.test(path)) {
            throw new FileRefused(
                    "closed by a rule",
                    "%s is closed to the assistant: a rule of the policy names it.".formatted(path));
        }
    }
}
