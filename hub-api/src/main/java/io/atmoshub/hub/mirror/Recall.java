package io.atmoshub.hub.mirror;

import java.time.Instant;
import java.util.List;

/// Bytes that nobody gets any more: why, who said so, and who had taken them before, the last first.
public record Recall(String sha256, String reason, String by, Instant at, List<MirrorDownload> downloads) {
    public Recall {
        downloads = List.copyOf(downloads);
    }
}
