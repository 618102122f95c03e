package io.atmoshub.hub.session;

import io.atmoshub.hub.project.ProjectId;
import org.jspecify.annotations.Nullable;

/// Which sessions to list: those of a project, and those whose name holds a text. All, when empty.
public record SessionFilter(
        @Nullable ProjectId projectId, @Nullable String text) {
    public static final SessionFilter ALL = new SessionFilter(null, null);
}
