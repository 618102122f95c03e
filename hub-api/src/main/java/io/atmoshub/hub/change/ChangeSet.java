package io.atmoshub.hub.change;

import java.util.List;

/// What a session wrote, by path. `git` says that the project's folder is a Git repository, so that there can be
/// commits.
public record ChangeSet(List<ChangedFile> files, boolean git) {
    public ChangeSet {
        files = List.copyOf(files);
    }
}
