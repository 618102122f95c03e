package io.atmoshub.hub.policy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One state of the organisation's policy: its number, who saved it, when and why. Number 0 is the state in which
/// nobody has said anything.
public record PolicyRevision(
        int number, @Nullable String savedBy, @Nullable Instant savedAt, String reason) {
    public static final PolicyRevision NONE = new PolicyRevision(0, null, null, "");
}
