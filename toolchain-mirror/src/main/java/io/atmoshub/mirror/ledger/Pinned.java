package io.atmoshub.mirror.ledger;

import io.atmoshub.mirror.blob.BlobId;
import io.atmoshub.mirror.upstream.UpstreamAddress;
import java.time.Instant;

/// What an address gave when it was asked first, and gives here ever since.
public record Pinned(
        UpstreamAddress address,
        ToolFile tool,
        BlobId blob,
        long size,
        String mediaType,
        String lastModified,
        Instant firstSeen) {
    /// Which tool's file this is, as far as the address tells; empty words where it does not.
    public record ToolFile(String tool, String version, String platform) {}
}
