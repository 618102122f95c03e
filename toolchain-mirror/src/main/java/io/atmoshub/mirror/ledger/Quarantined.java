package io.atmoshub.mirror.ledger;

import io.atmoshub.mirror.blob.BlobId;
import io.atmoshub.mirror.upstream.UpstreamAddress;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// An address that gave `kept` first and `seen` later. What was kept stays until somebody decides.
public record Quarantined(
        UUID id,
        UpstreamAddress address,
        BlobId kept,
        BlobId seen,
        long seenSize,
        Instant foundAt,
        Optional<Decided> decided) {
    public enum Decision {
        KEEP,
        ACCEPT
    }

    /// What somebody decided, and why.
    public record Decided(Decision decision, String reason, String by, Instant at) {}
}
