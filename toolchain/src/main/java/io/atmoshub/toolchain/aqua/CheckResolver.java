package io.atmoshub.toolchain.aqua;

import static java.util.Objects.requireNonNullElse;

import io.atmoshub.toolchain.aqua.Checks.Checksum;
import io.atmoshub.toolchain.aqua.Checks.RemoteFile;
import io.atmoshub.toolchain.aqua.Resolution.ChecksumFile;
import io.atmoshub.toolchain.aqua.Resolution.ChecksumSource;
import io.atmoshub.toolchain.aqua.Resolution.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Says where the checksum and the signatures of an asset are.
final class CheckResolver {
    private final GitHubAddresses gitHub;
    private final Definition definition;
    private final String version;
    private final Names names;
    private final String asset;
    private final String url;

    CheckResolver(
            GitHubAddresses gitHub, Definition definition, String version, Names names, String asset, String url) {
        this.gitHub = gitHub;
        this.definition = definition;
        this.version = version;
        this.names = names;
        this.asset = asset;
        this.url = url;
    }

    ChecksumSource checksum(boolean release) {
        Source source = definition.source();
        Checksum checksum = definition.checks().checksum();
        return new ChecksumSource(
                checksum == null || !checksum.enabled() ? Optional.empty() : file(checksum),
                release
                        ? Optional.of(gitHub.release(source.repoOwner() + "/" + source.repoName(), version))
                        : Optional.empty());
    }

    List<Verification> signatures() {
        return signatures(definition.checks(), asset);
    }

    private Optional<ChecksumFile> file(Checksum checksum) {
        Map<String, Object> data = Map.of("Asset", asset, "AssetURL", url);
        RemoteFile file = checksum.file();
        boolean http = "http".equals(file.type());
        String name = names.renderForChecksum(http ? file.url() : file.asset(), checksum.replacements(), data);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ChecksumFile(
                http ? name : address(file, name),
                FileNames.base(name),
                checksum.algorithm().isEmpty() ? "sha256" : checksum.algorithm(),
                checksum.fileFormat(),
                checksum.pattern(),
                signatures(checksum.signatures(), FileNames.base(name))));
    }

    private List<Verification> signatures(Checks checks, String signed) {
        var all = new ArrayList<Verification>();
        Map<String, Object> data = Map.of("Asset", signed, "AssetURL", url);
        Checks.Cosign cosign = checks.cosign();
        if (cosign != null && cosign.wanted()) {
            all.add(new Verification.Cosign(
                    cosign.options().stream()
                            .map(option -> names.render(option, data))
                            .toList(),
                    address(cosign.signature(), data),
                    address(cosign.certificate(), data),
                    address(cosign.key(), data),
                    address(cosign.bundle(), data)));
        }
        Checks.Slsa slsa = checks.slsa();
        if (slsa != null && slsa.wanted()) {
            String uri = "github.com/%s/%s".formatted(owner(slsa.file()), repo(slsa.file()));
            address(slsa.file(), data)
                    .ifPresent(provenance -> all.add(new Verification.Slsa(
                            provenance,
                            requireNonNullElse(slsa.sourceUri(), uri),
                            requireNonNullElse(slsa.sourceTag(), version))));
        }
        Checks.Minisign minisign = checks.minisign();
        if (minisign != null && minisign.enabled()) {
            address(minisign.file(), data)
                    .ifPresent(signature -> all.add(new Verification.Minisign(signature, minisign.publicKey())));
        }
        Checks.Gpg gpg = checks.gpg();
        if (gpg != null && gpg.enabled()) {
            address(gpg.file(), data)
                    .ifPresent(signature -> all.add(new Verification.Gpg(signature, gpg.keys(), gpg.keyFiles())));
        }
        String repository =
                definition.source().repoOwner() + "/" + definition.source().repoName();
        Checks.Attestations attestations = checks.attestations();
        if (attestations != null && attestations.enabled()) {
            all.add(new Verification.Attestation(
                    repository, attestations.predicateType(), attestations.signerWorkflow()));
        }
        if (Boolean.TRUE.equals(checks.immutableRelease())) {
            all.add(new Verification.ImmutableRelease(repository, version));
        }
        return all;
    }

    private Optional<String> address(@Nullable RemoteFile file, Map<String, Object> data) {
        if (file == null) {
            return Optional.empty();
        }
        boolean http = "http".equals(file.type());
        String name = names.render(http ? file.url() : file.asset(), data);
        return name.isEmpty() ? Optional.empty() : Optional.of(http ? name : address(file, name));
    }

    private String address(RemoteFile file, String name) {
        return gitHub.asset(owner(file), repo(file), version, name);
    }

    private String owner(RemoteFile file) {
        return requireNonNullElse(
                file.repoOwner(), String.valueOf(definition.source().repoOwner()));
    }

    private String repo(RemoteFile file) {
        return requireNonNullElse(
                file.repoName(), String.valueOf(definition.source().repoName()));
    }
}
