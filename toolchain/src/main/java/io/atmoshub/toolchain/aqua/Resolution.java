package io.atmoshub.toolchain.aqua;

import io.atmoshub.toolchain.Platform;
import io.atmoshub.toolchain.aqua.Checks.Pattern;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a package means for one version and one platform.
public sealed interface Resolution {
    /// A file to be downloaded.
    ///
    /// @param name what the file is called
    /// @param format how it is packed, as `tar.gz`, `zip`, `gz` or `raw`
    record Asset(
            String packageName,
            String version,
            Platform platform,
            String url,
            String name,
            String format,
            List<Program> programs,
            ChecksumSource checksum,
            List<Verification> verifications)
            implements Resolution {
        public Asset {
            programs = List.copyOf(programs);
            verifications = List.copyOf(verifications);
        }
    }

    /// Made on this machine from its sources.
    ///
    /// @param compiler what it needs: `go` or `cargo`
    /// @param what the module with its version, or the crate
    /// @param sources where they are, for a build in an unpacked archive
    /// @param arguments what the compiler is told besides
    record Compiled(
            String packageName,
            String version,
            Platform platform,
            String compiler,
            String what,
            Optional<String> sources,
            List<String> arguments,
            List<Program> programs)
            implements Resolution {
        public Compiled {
            arguments = List.copyOf(arguments);
            programs = List.copyOf(programs);
        }
    }

    /// Why there is nothing, in a sentence for people.
    record Unavailable(String packageName, String version, Platform platform, String reason) implements Resolution {}

    /// A command in what was downloaded.
    ///
    /// @param name what people type
    /// @param path where it is in the archive; the file itself when that is no archive
    /// @param dir where `go build` runs
    /// @param link another name for it, relative to it
    record Program(
            String name,
            String path,
            @Nullable String dir,
            @Nullable String link,
            boolean hard,
            List<String> buildTags) {
        public Program {
            buildTags = List.copyOf(buildTags);
        }
    }

    /// Who says which checksum the asset has.
    ///
    /// @param file a file of checksums
    /// @param gitHubDigest where GitHub tells the digests of the release's assets
    record ChecksumSource(Optional<ChecksumFile> file, Optional<String> gitHubDigest) {}

    /// @param fileFormat nothing, `raw` or `regexp`
    record ChecksumFile(
            String url,
            String name,
            String algorithm,
            String fileFormat,
            @Nullable Pattern pattern,
            List<Verification> verifications) {
        public ChecksumFile {
            verifications = List.copyOf(verifications);
        }
    }

    /// A signature to be checked, on the asset or on the file of checksums.
    sealed interface Verification {
        record Cosign(
                List<String> options,
                Optional<String> signature,
                Optional<String> certificate,
                Optional<String> key,
                Optional<String> bundle)
                implements Verification {
            public Cosign {
                options = List.copyOf(options);
            }
        }

        record Slsa(String provenance, String sourceUri, String sourceTag) implements Verification {}

        record Minisign(String signature, String publicKey) implements Verification {}

        record Gpg(String signature, List<String> keys, List<String> keyFiles) implements Verification {
            public Gpg {
                keys = List.copyOf(keys);
                keyFiles = List.copyOf(keyFiles);
            }
        }

        record Attestation(String repository, String predicateType, String signerWorkflow) implements Verification {}

        record ImmutableRelease(String repository, String tag) implements Verification {}
    }
}
