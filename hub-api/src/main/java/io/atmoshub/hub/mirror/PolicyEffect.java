package io.atmoshub.hub.mirror;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What another policy would have meant for somebody who took a version: why it is refused under the one that holds,
/// and why it would have been; nothing where it is allowed.
public record PolicyEffect(
        String tool,
        String version,
        String who,
        long downloads,
        Instant last,
        @Nullable String before,
        @Nullable String after) {
    /// Whether the two policies say something else.
    public boolean differs() {
        return !Objects.equals(before, after);
    }
}
