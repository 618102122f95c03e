package io.atmoshub.hub.mirror;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An address that gave `kept` first and `seen` later. What was kept stays until an admin decides.
public record QuarantinedFile(
        QuarantineId id,
        String address,
        String kept,
        String seen,
        long seenSize,
        Instant foundAt,
        @Nullable Decided decided) {
    /// What an admin decided, why, and when.
    public record Decided(QuarantineDecision.Choice choice, String reason, String by, Instant at) {}
}
