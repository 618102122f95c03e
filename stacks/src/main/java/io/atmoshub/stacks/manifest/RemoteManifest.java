package io.atmoshub.stacks.manifest;

import io.atmoshub.project.remote.RemoteAddress;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A manifest from elsewhere.
///
/// @param file its copy on this machine
/// @param nested where it is, when what it imports is there too
record RemoteManifest(Path file, @Nullable Nested nested) {
    /// @param address of the manifest itself
    /// @param base the folder in its repository that paths start from which don't begin with a dot
    record Nested(
            RemoteAddress.Git address,
            String base,
            @Nullable Duration ttl) {}
}
