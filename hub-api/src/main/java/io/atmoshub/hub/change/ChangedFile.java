package io.atmoshub.hub.change;

import io.atmoshub.hub.session.Commit;
import io.atmoshub.hub.session.FileChange;
import org.jspecify.annotations.Nullable;

/// A file that a session wrote: what the project has now and what the session has, the hash that names the latter, and
/// where it was committed already, if it was.
public record ChangedFile(
        FileChange change,
        String hash,
        State state,
        @Nullable Commit commit) {
    public enum State {
        /// The project has no such file.
        ADDED,
        /// The project has it as it was when the session began to write it.
        CHANGED,
        /// The project has this very content.
        SAME,
        /// Somebody else changed, made or removed it in the project meanwhile.
        CONFLICT
    }

    public String path() {
        return change.path();
    }

    /// As it is shown to a person who is about to decide.
    public ShownFile shown() {
        return new ShownFile(path(), hash);
    }
}
