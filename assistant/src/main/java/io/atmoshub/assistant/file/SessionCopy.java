package io.atmoshub.assistant.file;

import java.util.Map;

/// A session's own copy of a project: the folder, and over it what the session wrote. The folder itself is
/// never written.
public final class SessionCopy {
    private final ProjectFolder folder;
    private final Map<String, String> written;

    public SessionCopy(ProjectFolder folder, Map<String, String> written) {
        this.folder = folder;
        this.written = Map.copyOf(written);
    }

    ProjectFolder folder() {
        return folder;
    }

    Map<String, String> written() {
        return written;
    }
}
