package io.atmoshub.hub.mirror;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What an address gave first and gives here ever since. `tool`, `version` and `platform` are what the address tells,
/// and empty where it does not; `recalled` is why nobody gets it any more.
public record MirrorFile(
        String address,
        String tool,
        String version,
        String platform,
        String sha256,
        long size,
        Verification verified,
        Instant firstSeen,
        @Nullable String recalled) {
    /// The last part of the address.
    public String name() {
        return address.substring(address.lastIndexOf('/') + 1);
    }
}
