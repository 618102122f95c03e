package io.atmoshub.hub.change;

import io.atmoshub.hub.session.Commit;
import io.atmoshub.hub.session.SessionId;
import java.util.List;

/// What sessions wrote and their projects don't have yet. Whoever sees the session sees it; the session's owner, when a
/// member, and approvers take it over or throw it away. What is taken is what was shown: who names a file names the
/// hash of its content too, and CONFLICT says that the session wrote it again since.
public interface Changes {
    /// By path.
    ChangeSet of(SessionId session);

    /// Writes these files into the project's folder: all of them, or none and CONFLICT when one of them is not there as
    /// it was when the session began to write it.
    ChangeSet apply(SessionId session, List<ShownFile> files);

    /// Commits these files to a branch of the project's Git repository. The folder's files and its own branch stay as
    /// they are, and the session keeps its copy. CONFLICT when the branch is somebody else's, or a file's
    /// last commit is not what the session began with.
    Commit commit(SessionId session, NewCommit commit);

    /// Forgets what the session wrote in these files: it sees the project's own again.
    ChangeSet discard(SessionId session, List<ShownFile> files);
}
