package io.atmoshub.mirror.pull;

import io.atmoshub.mirror.blob.BlobId;
import io.atmoshub.mirror.ledger.Pinned;

/// Hears what admins should know.
public interface MirrorNews {
    /// A file came for the first time, and is pinned.
    void pinned(Pinned file, String verified);

    /// Upstream gives something else than what is pinned.
    void differs(Pinned pinned, BlobId seen);

    /// What was fetched is not what its publisher says that it is.
    void forged(String address, String said, String got);
}
