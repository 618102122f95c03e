package io.atmoshub.hub.change;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.session.Commit;
import io.atmoshub.hub.session.FileChange;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.SessionEvent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A file that a session wrote and nobody has taken over or thrown away, as its log tells: the hash of what the project
/// had when the session first wrote it (none for a new file), the newest content, and where just this
/// content was committed.
public record PendingFile(
        String path,
        @Nullable String baseHash,
        String content,
        @Nullable Commit commit) {

    /// By path.
    public static SortedMap<String, PendingFile> of(List<SessionEvent> events) {
        SortedMap<String, PendingFile> files = new TreeMap<>();
        for (SessionEvent event : events) {
            switch (event.what()) {
                case Happening.FileWritten e ->
                    files.merge(
                            e.path(),
                            new PendingFile(e.path(), e.baseHash(), e.content(), null),
                            (first, now) -> new PendingFile(e.path(), first.baseHash(), now.content(), null));
                case Happening.FilesApplied e -> files.keySet().removeAll(e.paths());
                case Happening.FilesDiscarded e -> files.keySet().removeAll(e.paths());
                case Happening.FilesCommitted e ->
                    e.paths().forEach(path -> files.computeIfPresent(path, (_, file) -> file.in(e.commit())));
                default -> {}
            }
        }
        return files;
    }

    /// The newest contents by path: what the session sees over the project's files.
    public static Map<String, String> contents(List<SessionEvent> events) {
        Map<String, String> contents = new LinkedHashMap<>();
        of(events).forEach((path, file) -> contents.put(path, file.content()));
        return contents;
    }

    /// Against what the project has now, if anything. A file that can't be read as text counts as somebody else's.
    public ChangedFile against(@Nullable String current, boolean readable) {
        String now = current == null ? null : FileChange.hash(current);
        ChangedFile.State state;
        if (!readable) {
            state = ChangedFile.State.CONFLICT;
        } else if (content.equals(current)) {
            state = ChangedFile.State.SAME;
        } else if (!Objects.equals(now, baseHash)) {
            state = ChangedFile.State.CONFLICT;
        } else {
            state = current == null ? ChangedFile.State.ADDED : ChangedFile.State.CHANGED;
        }
        return new ChangedFile(new FileChange(path, current, content), FileChange.hash(content), state, commit);
    }

    private PendingFile in(Commit newest) {
        return new PendingFile(path, baseHash, content, newest);
    }

    /// The files that were shown, as they are now; CONFLICT when one is no longer what was shown.
    public static List<PendingFile> asShown(SortedMap<String, PendingFile> pending, Collection<ShownFile> shown) {
        if (shown.isEmpty()) {
            throw new HubException(ErrorCode.INVALID_INPUT, "No file was chosen.", "Choose at least one.");
        }
        return shown.stream().map(file -> asShown(pending, file)).toList();
    }

    private static PendingFile asShown(SortedMap<String, PendingFile> pending, ShownFile shown) {
        PendingFile file = pending.get(shown.path());
        if (file == null || !FileChange.hash(file.content()).equals(shown.hash())) {
            throw new HubException(
                    ErrorCode.CONFLICT,
                    file == null
                            ? "This session has no change of %s.".formatted(shown.path())
                            : "The session wrote %s again after it was shown.".formatted(shown.path()),
                    "Look at its changes again.");
        }
        return file;
    }
}
