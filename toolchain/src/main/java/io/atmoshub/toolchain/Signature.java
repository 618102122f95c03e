package io.atmoshub.toolchain;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A signature or statement of origin that a tool is published with. `onChecksums` says that it vouches for the file of
/// checksums, and through that for the tool.
public sealed interface Signature {
    boolean onChecksums();

    /// A detached OpenPGP signature. The keys are armored; one signature by one of them is enough.
    record Gpg(boolean onChecksums, URI signature, List<String> keys) implements Signature {
        public Gpg {
            keys = List.copyOf(keys);
        }
    }

    /// Minisign's; the key is the one line of its public key file.
    record Minisign(boolean onChecksums, URI signature, String key) implements Signature {}

    /// Sigstore's cosign. `options` are passed to it as they stand.
    record Cosign(
            boolean onChecksums,
            List<String> options,
            @Nullable URI signature,
            @Nullable URI certificate,
            @Nullable URI key,
            @Nullable URI bundle)
            implements Signature {
        public Cosign {
            options = List.copyOf(options);
        }
    }

    /// SLSA's provenance: `source` built it, from `tag` when that is said.
    record Slsa(
            boolean onChecksums,
            URI provenance,
            String source,
            @Nullable String tag) implements Signature {}

    /// GitHub's attestation about an artifact of `repository`.
    record Attestation(
            boolean onChecksums,
            String repository,
            @Nullable String signerWorkflow) implements Signature {}

    /// What people call it.
    default String kind() {
        return switch (this) {
            case Gpg _ -> "GPG";
            case Minisign _ -> "minisign";
            case Cosign _ -> "cosign";
            case Slsa _ -> "SLSA";
            case Attestation _ -> "GitHub attestation";
        };
    }
}
