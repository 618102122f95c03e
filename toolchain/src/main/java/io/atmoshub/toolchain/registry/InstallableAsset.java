package io.atmoshub.toolchain.registry;

import io.atmoshub.toolchain.Checksum;
import io.atmoshub.toolchain.ChecksumSource;
import io.atmoshub.toolchain.ChecksumSource.Layout;
import io.atmoshub.toolchain.Installable;
import io.atmoshub.toolchain.Packing;
import io.atmoshub.toolchain.Signature;
import io.atmoshub.toolchain.ToolId;
import io.atmoshub.toolchain.ToolchainException;
import io.atmoshub.toolchain.aqua.Resolution;
import io.atmoshub.toolchain.aqua.Resolution.ChecksumFile;
import io.atmoshub.toolchain.aqua.Resolution.Verification;
import io.atmoshub.toolchain.release.GitHubReleases;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An asset as installing wants it: addresses that are addresses, packings that can be unpacked.
final class InstallableAsset {
    private InstallableAsset() {}

    static Installable of(ToolId tool, String version, Resolution.Asset asset, GitHubReleases releases) {
        Packing packing = Packing.named(asset.format())
                .orElseThrow(() -> new ToolchainException(
                        "%s@%s is packed as %s, which can't be unpacked here.".formatted(tool, version, asset.format()),
                        "Unpack %s yourself into .tools/%s/%s.".formatted(asset.url(), tool, version)));
        var signatures = new ArrayList<Signature>();
        asset.verifications().forEach(one -> add(signatures, one, false));
        asset.checksum().file().ifPresent(file -> file.verifications().forEach(one -> add(signatures, one, true)));
        return new Installable(
                tool,
                version,
                asset.platform(),
                List.of(uri(asset.url())),
                asset.name().substring(asset.name().lastIndexOf('/') + 1),
                packing,
                asset.programs().stream()
                        .map(program -> new Installable.Program(
                                named(program.name(), asset.platform().windows()), program.path()))
                        .toList(),
                checksums(asset, releases),
                signatures);
    }

    /// GitHub is asked only where the release has no file of checksums: its questions are counted.
    private static List<ChecksumSource> checksums(Resolution.Asset asset, GitHubReleases releases) {
        Optional<ChecksumFile> file = asset.checksum().file();
        if (file.isPresent()) {
            return List.of(new ChecksumSource.Published(
                    uri(file.get().url()),
                    Checksum.Algorithm.named(file.get().algorithm()).orElse(null),
                    layout(file.get())));
        }
        try {
            return asset.checksum()
                    .gitHubDigest()
                    .flatMap(release -> releases.digest(release, asset.name()))
                    .<List<ChecksumSource>>map(digest -> List.of(new ChecksumSource.Known(digest, "GitHub")))
                    .orElse(List.of());
        } catch (ToolchainException e) {
            // Verification will say that there is no checksum; whether that will do is for its policy to decide.
            return List.of();
        }
    }

    private static Layout layout(ChecksumFile file) {
        if (file.pattern() != null && file.fileFormat().equals("regexp")) {
            String name = file.pattern().file();
            return new Layout.Patterns(file.pattern().checksum(), name.isEmpty() ? null : name);
        }
        return file.fileFormat().equals("raw") ? new Layout.Raw() : new Layout.Lines();
    }

    private static void add(List<Signature> signatures, Verification verification, boolean onChecksums) {
        switch (verification) {
            case Verification.Cosign cosign ->
                signatures.add(new Signature.Cosign(
                        onChecksums,
                        cosign.options(),
                        orNull(cosign.signature()),
                        orNull(cosign.certificate()),
                        orNull(cosign.key()),
                        orNull(cosign.bundle())));
            case Verification.Slsa slsa ->
                signatures.add(new Signature.Slsa(
                        onChecksums,
                        uri(slsa.provenance()),
                        slsa.sourceUri(),
                        slsa.sourceTag().equals("-") ? null : slsa.sourceTag()));
            case Verification.Minisign minisign ->
                signatures.add(new Signature.Minisign(onChecksums, uri(minisign.signature()), minisign.publicKey()));
            case Verification.Gpg gpg ->
                signatures.add(new Signature.Gpg(onChecksums, uri(gpg.signature()), keys(gpg)));
            case Verification.Attestation attestation ->
                signatures.add(new Signature.Attestation(
                        onChecksums,
                        attestation.repository(),
                        attestation.signerWorkflow().isEmpty() ? null : attestation.signerWorkflow()));
            case Verification.ImmutableRelease _ -> {
                // Says how the release is kept, not who made it; nothing here can check it.
            }
        }
    }

    private static List<String> keys(Verification.Gpg gpg) {
        var keys = new ArrayList<>(gpg.keys());
        for (String file : gpg.keyFiles()) {
            try {
                keys.add(Files.readString(Path.of(file), StandardCharsets.ISO_8859_1));
            } catch (IOException e) {
                throw new ToolchainException(
                        "The key %s can't be read.".formatted(file),
                        "Put it there, or correct key_files in the registry.",
                        e);
            }
        }
        return keys;
    }

    private static @Nullable URI orNull(Optional<String> address) {
        return address.map(InstallableAsset::uri).orElse(null);
    }

    private static String named(String name, boolean windows) {
        return windows && name.indexOf('.') < 0 ? name + ".exe" : name;
    }

    static URI uri(String address) {
        try {
            return URI.create(address.replace(" ", "%20"));
        } catch (IllegalArgumentException e) {
            throw new ToolchainException(
                    "\"%s\" is no address.".formatted(address), "The registry's definition is wrong.", e);
        }
    }
}
