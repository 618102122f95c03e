package io.atmoshub.hub.mirror;

/// Who says that a file is right, the strongest word first.
public enum Verification {
    /// GitHub's own digest of a release's asset.
    DIGEST,
    /// A checksum file of the publisher.
    CHECKSUM,
    /// An admin of this hub, who looked at both hashes.
    DECISION,
    /// Nobody: it is what came first.
    FIRST_SEEN
}
