package io.atmoshub.cli.toolchain;

import io.atmoshub.toolchain.aqua.Resolution;
import io.atmoshub.toolchain.aqua.Resolution.Verification;
import io.atmoshub.toolchain.registry.RegistryCatalog.Answer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a tool is for a version and a platform, as JSON. `compiler` stands where nothing can be downloaded, `reason`
/// where there is nothing.
record ResolvedJson(
        String tool,
        String version,
        String tag,
        String os,
        String arch,
        String registry,
        @Nullable String url,
        @Nullable String asset,
        @Nullable String format,
        Map<String, String> programs,
        @Nullable ChecksumJson checksum,
        List<String> signatures,
        @Nullable String compiler,
        @Nullable String compiles,
        @Nullable String reason) {

    /// Where the checksum is told.
    record ChecksumJson(String url, String algorithm) {}

    static ResolvedJson of(String version, Answer answer) {
        String registry = answer.registry();
        return switch (answer.resolution()) {
            case Resolution.Asset asset ->
                new ResolvedJson(
                        asset.packageName(),
                        version,
                        asset.version(),
                        asset.platform().os(),
                        asset.platform().arch(),
                        registry,
                        asset.url(),
                        asset.name(),
                        asset.format(),
                        programs(asset.programs()),
                        checksum(asset),
                        signatures(asset),
                        null,
                        null,
                        null);
            case Resolution.Compiled compiled ->
                new ResolvedJson(
                        compiled.packageName(),
                        version,
                        compiled.version(),
                        compiled.platform().os(),
                        compiled.platform().arch(),
                        registry,
                        compiled.sources().orElse(null),
                        null,
                        null,
                        programs(compiled.programs()),
                        null,
                        List.of(),
                        compiled.compiler(),
                        compiled.what(),
                        null);
            case Resolution.Unavailable unavailable ->
                new ResolvedJson(
                        unavailable.packageName(),
                        version,
                        unavailable.version(),
                        unavailable.platform().os(),
                        unavailable.platform().arch(),
                        registry,
                        null,
                        null,
                        null,
                        Map.of(),
                        null,
                        List.of(),
                        null,
                        null,
                        unavailable.reason());
        };
    }

    private static Map<String, String> programs(List<Resolution.Program> programs) {
        var paths = new TreeMap<String, String>();
        programs.forEach(program -> paths.put(program.name(), program.path()));
        return paths;
    }

    private static @Nullable ChecksumJson checksum(Resolution.Asset asset) {
        return asset.checksum()
                .file()
                .map(file -> new ChecksumJson(file.url(), file.algorithm()))
                .or(() -> asset.checksum().gitHubDigest().map(address -> new ChecksumJson(address, "sha256")))
                .orElse(null);
    }

    private static List<String> signatures(Resolution.Asset asset) {
        List<Verification> onFile = asset.checksum()
                .file()
                .map(Resolution.ChecksumFile::verifications)
                .orElse(List.of());
        return Stream.concat(asset.verifications().stream(), onFile.stream())
                .map(one -> switch (one) {
                    case Verification.Cosign _ -> "cosign";
                    case Verification.Slsa _ -> "slsa";
                    case Verification.Minisign _ -> "minisign";
                    case Verification.Gpg _ -> "gpg";
                    case Verification.Attestation _ -> "github_attestation";
                    case Verification.ImmutableRelease _ -> "github_immutable_release";
                })
                .distinct()
                .toList();
    }
}
