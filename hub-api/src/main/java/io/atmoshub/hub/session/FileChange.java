package io.atmoshub.hub.session;

import org.jspecify.annotations.Nullable;

/// A file to be written in the session's own copy: its path in the project, the content it is based on
/// (none for a new file), and the content it will have.
public record FileChange(String path, @Nullable String before, String after) {}
