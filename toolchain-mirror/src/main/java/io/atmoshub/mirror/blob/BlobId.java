package io.atmoshub.mirror.blob;

import io.atmoshub.toolchain.Checksum;

/// A blob's name: the SHA-256 of its bytes, in small hexadecimal digits.
public record BlobId(String hex) {
    public BlobId {
        hex = new Checksum(Checksum.Algorithm.SHA256, hex).hex();
    }

    public static BlobId of(Checksum sha256) {
        if (sha256.algorithm() != Checksum.Algorithm.SHA256) {
            throw new IllegalArgumentException("a blob is named by its SHA-256, not by " + sha256.algorithm());
        }
        return new BlobId(sha256.hex());
    }

    public Checksum sha256() {
        return new Checksum(Checksum.Algorithm.SHA256, hex);
    }

    /// Folders and keys begin with it, so that none gets too many entries.
    String shelf() {
        return hex.substring(0, 2);
    }

    @Override
    public String toString() {
        return hex;
    }
}
