package io.atmoshub.toolchain.aqua;

import static io.atmoshub.toolchain.aqua.Definition.or;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// By what a package's files are checked. What is null was not said. Texts with `{{` in them are templates.
public record Checks(
        @Nullable Checksum checksum,
        @Nullable Cosign cosign,
        @Nullable Slsa slsa,
        @Nullable Minisign minisign,
        @Nullable Gpg gpg,
        @Nullable Attestations attestations,
        @Nullable Boolean immutableRelease) {
    static final Checks NONE = new Checks(null, null, null, null, null, null, null);

    /// A file beside the asset: in the release, or anywhere.
    public record RemoteFile(
            @Nullable String type,
            @Nullable String repoOwner,
            @Nullable String repoName,
            @Nullable String asset,
            @Nullable String url) {}

    /// A file of checksums.
    ///
    /// @param fileFormat nothing, `raw` or `regexp`
    public record Checksum(
            boolean enabled,
            RemoteFile file,
            String algorithm,
            String fileFormat,
            @Nullable Pattern pattern,
            @Nullable Map<String, String> replacements,
            Checks signatures) {
        public Checksum {
            replacements = replacements == null ? null : Map.copyOf(replacements);
        }
    }

    /// How a line of a `regexp` file is read: each has a group. Without one for the file, the first checksum is it.
    public record Pattern(String checksum, String file) {}

    public record Cosign(
            @Nullable Boolean enabled,
            List<String> options,
            @Nullable RemoteFile signature,
            @Nullable RemoteFile certificate,
            @Nullable RemoteFile key,
            @Nullable RemoteFile bundle) {
        public Cosign {
            options = List.copyOf(options);
        }

        boolean wanted() {
            return enabled != null
                    ? enabled
                    : !options.isEmpty() || signature != null || certificate != null || key != null || bundle != null;
        }
    }

    public record Slsa(
            @Nullable Boolean enabled,
            RemoteFile file,
            @Nullable String sourceUri,
            @Nullable String sourceTag) {
        boolean wanted() {
            return enabled != null ? enabled : file.type() != null;
        }
    }

    public record Minisign(boolean enabled, RemoteFile file, String publicKey) {}

    /// A detached OpenPGP signature. Aqua has none of these; the field is ours.
    ///
    /// @param keys armored
    /// @param keyFiles the same in files of this machine, beside the registry
    public record Gpg(boolean enabled, RemoteFile file, List<String> keys, List<String> keyFiles) {
        public Gpg {
            keys = List.copyOf(keys);
            keyFiles = List.copyOf(keyFiles);
        }
    }

    /// What GitHub itself vouches for.
    public record Attestations(boolean enabled, String predicateType, String signerWorkflow) {}

    Checks over(Checks base) {
        return new Checks(
                or(checksum, base.checksum),
                or(cosign, base.cosign),
                or(slsa, base.slsa),
                or(minisign, base.minisign),
                or(gpg, base.gpg),
                or(attestations, base.attestations),
                or(immutableRelease, base.immutableRelease));
    }

    /// What is built here is signed by nobody.
    Checks withoutSignatures() {
        return new Checks(checksum, null, null, null, null, null, null);
    }
}
