package io.atmoshub.hub.mirror;

import java.util.List;

/// A file, what vouches for it, and who took these bytes, the last first.
public record MirrorFileDetails(MirrorFile file, List<MirrorEvidence> evidence, List<MirrorDownload> downloads) {
    public MirrorFileDetails {
        evidence = List.copyOf(evidence);
        downloads = List.copyOf(downloads);
    }
}
