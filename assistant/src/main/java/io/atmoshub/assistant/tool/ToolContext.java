package io.atmoshub.assistant.tool;

import io.atmoshub.assistant.file.SessionCopy;
import io.atmoshub.hub.session.FileChange;
import org.jspecify.annotations.Nullable;

/// What a tool works on: the session's own copy of the project, and the change that a person saw when they
/// approved, if one did.
public record ToolContext(SessionCopy files, @Nullable FileChange approved) {}
