package io.atmoshub.mirror.blob;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/// Where blobs are kept. What {@link #open} gives was just found to be, or has not changed since it was found to be,
/// what its name says; what is damaged is put aside and counts as missing.
public interface Blobs {
    /// Room for bytes that arrive, on this machine. Nobody sees them before they are kept.
    Incoming begin() throws IOException;

    /// Makes a blob of what has arrived. When this returns, it outlives a power failure. Keeping what is there already
    /// changes nothing, and mends it where it was damaged.
    BlobId keep(Incoming arrived) throws IOException;

    Optional<OpenBlob> open(BlobId id) throws IOException;

    boolean delete(BlobId id) throws IOException;

    /// Each one that seems to be there, in no order.
    void each(Consumer<BlobId> visitor) throws IOException;

    /// Reads it all, whatever was found before. False when it is damaged or missing.
    boolean intact(BlobId id) throws IOException;

    /// Hears of each blob that is no longer what it was.
    @FunctionalInterface
    interface Rot {
        void found(BlobId id, String where);
    }
}
