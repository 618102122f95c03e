package io.atmoshub.toolchain.verify;

import io.atmoshub.toolchain.Checksum;
import io.atmoshub.toolchain.ChecksumSource;
import io.atmoshub.toolchain.Installable;
import io.atmoshub.toolchain.Progress;
import io.atmoshub.toolchain.Signature;
import io.atmoshub.toolchain.ToolchainException;
import io.atmoshub.toolchain.WholeFile;
import io.atmoshub.toolchain.fetch.Cache;
import io.atmoshub.toolchain.fetch.Disk;
import io.atmoshub.toolchain.fetch.Downloads;
import io.atmoshub.toolchain.fetch.Hashing;
import io.atmoshub.toolchain.verify.Policy.Demand;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Checks a download before anything of it is unpacked. What is published has to be right; what is missing is said
/// aloud, or refused where the policy requires it.
public final class Verifier {
    private final Policy policy;
    private final Downloads downloads;
    private final KeyRing keys;
    private final OutsideVerifier outside;
    private final Progress progress;

    public Verifier(Policy policy, Downloads downloads, KeyRing keys, VerifierPrograms programs, Progress progress) {
        this.policy = policy;
        this.downloads = downloads;
        this.keys = keys;
        this.outside = new OutsideVerifier(programs);
        this.progress = progress;
    }

    /// All checks that were passed, the lock's first. `locked` is what a lock file asks for.
    public List<Check> check(Installable tool, Cache.Hit download, Optional<Checksum> locked) throws IOException {
        var checks = new ArrayList<Check>();
        if (locked.isPresent()) {
            checks.add(compare(tool, download, new ChecksumSource.Known(locked.get(), "the lock file")));
        }
        var files = new ArrayList<SignedFile>();
        checks.addAll(checksums(tool, download, files));
        checks.addAll(signatures(tool, download, files));
        return List.copyOf(checks);
    }

    private List<Check> checksums(Installable tool, Cache.Hit download, List<SignedFile> files) throws IOException {
        boolean needed =
                tool.signatures().stream().anyMatch(Signature::onChecksums) && policy.signatures() != Demand.DISABLED;
        if (policy.checksums() == Demand.DISABLED && !needed) {
            return List.of();
        }
        var checks = new ArrayList<Check>();
        for (ChecksumSource source : tool.checksums()) {
            switch (source) {
                case ChecksumSource.Known known -> checks.add(compare(tool, download, known));
                case ChecksumSource.Published published ->
                    published(tool, download, published, files).ifPresent(checks::add);
            }
        }
        if (policy.checksums() == Demand.REQUIRED && checks.stream().allMatch(Check::weak)) {
            throw new ToolchainException(
                    checks.isEmpty()
                            ? "%s publishes no checksum, and one is required.".formatted(tool)
                            : "%s is only checked by %s, which can be forged.".formatted(tool, checks.getFirst()),
                    "Put its SHA-256 into the lock file after you checked it, or set"
                            + " toolchain.verification.checksums to when_available.");
        }
        return checks;
    }

    private Check compare(Installable tool, Cache.Hit download, ChecksumSource.Known known) throws IOException {
        Checksum wanted = known.checksum();
        Checksum is = wanted.algorithm() == download.sha256().algorithm()
                ? download.sha256()
                : Hashing.of(download.channel(), wanted.algorithm());
        if (!is.equals(wanted)) {
            tool.addresses().forEach(downloads::distrust);
            throw new ToolchainException(
                    "%s is not what it should be. Nothing was installed.%n  wanted: %s (%s)%n  got:    %s (%s)"
                            .formatted(tool, wanted, known.from(), is, tool.address()),
                    "Don't use this download. Try again; if it stays so, it was published anew or tampered with: ask"
                            + " the publisher.");
        }
        if (wanted.algorithm().weak()) {
            progress.say("%s is checked by %s only, which tells accidents but no attackers."
                    .formatted(tool, wanted.algorithm()));
        }
        return new Check(
                wanted.algorithm().toString(), known.from(), wanted.algorithm().weak());
    }

    private Optional<Check> published(
            Installable tool, Cache.Hit download, ChecksumSource.Published source, List<SignedFile> files)
            throws IOException {
        byte[] file;
        try {
            file = SignedFile.beside(downloads, source.address(), "checksums of " + tool);
        } catch (ToolchainException e) {
            if (policy.checksums() == Demand.REQUIRED) {
                throw e;
            }
            progress.say("The checksums of %s can't be had: %s".formatted(tool, e.what()));
            return Optional.empty();
        }
        files.add(() -> new ByteArrayInputStream(file));
        Optional<Checksum> found =
                ChecksumFile.find(new String(file, StandardCharsets.UTF_8), tool.assetName(), source);
        if (found.isEmpty()) {
            progress.say("%s says nothing about %s.".formatted(source.address(), tool.assetName()));
            return Optional.empty();
        }
        try {
            return Optional.of(
                    compare(tool, download, new ChecksumSource.Known(found.get(), "from " + source.address())));
        } catch (ToolchainException e) {
            // Either of the two may be the wrong one.
            downloads.distrust(source.address());
            throw e;
        }
    }

    private List<Check> signatures(Installable tool, Cache.Hit download, List<SignedFile> checksums)
            throws IOException {
        if (policy.signatures() == Demand.DISABLED) {
            return List.of();
        }
        var checks = new ArrayList<Check>();
        for (Signature signature : tool.signatures()) {
            Optional<SignedFile> subject =
                    signature.onChecksums() ? checksums.stream().findFirst() : Optional.of(download::open);
            if (subject.isPresent()) {
                signature(tool, signature, subject.get()).ifPresent(checks::add);
            }
        }
        if (checks.isEmpty() && policy.signatures() == Demand.REQUIRED) {
            throw new ToolchainException(
                    tool.signatures().isEmpty()
                            ? "%s is not signed, and a signature is required.".formatted(tool)
                            : "The signature of %s can't be checked, and that is required.".formatted(tool),
                    "Set toolchain.verification.signatures to when_available, if its checksum is proof enough.");
        }
        return checks;
    }

    private Optional<Check> signature(Installable tool, Signature signature, SignedFile subject) throws IOException {
        try {
            return switch (signature) {
                case Signature.Gpg gpg -> {
                    List<String> trusted = gpg.keys().isEmpty() ? keys.gpg(tool.tool()) : gpg.keys();
                    if (trusted.isEmpty()) {
                        yield unchecked(tool, signature, "no key of %s is known here".formatted(tool.tool()));
                    }
                    byte[] made = beside(gpg.signature(), tool);
                    String key = GpgKeys.of(trusted).check(made, subject::open);
                    yield Optional.of(new Check("GPG", "by " + key));
                }
                case Signature.Minisign minisign -> {
                    byte[] made = beside(minisign.signature(), tool);
                    MinisignKey key = MinisignKey.of(minisign.key());
                    try (InputStream signed = subject.open()) {
                        key.check(new String(made, StandardCharsets.UTF_8), signed);
                    }
                    yield Optional.of(new Check("minisign", "by " + key.id()));
                }
                case Signature.Cosign _, Signature.Slsa _, Signature.Attestation _ -> outside(tool, signature, subject);
            };
        } catch (Forged e) {
            downloads.distrust(tool.address());
            throw new ToolchainException(
                    "The %s signature of %s is not right: %s. Nothing was installed."
                            .formatted(signature.kind(), tool, e.reason()),
                    "Don't use this download. Try again; if it stays so, ask the publisher.",
                    e);
        } catch (Absent e) {
            return unchecked(tool, signature, e.reason());
        }
    }

    private Optional<Check> outside(Installable tool, Signature signature, SignedFile subject)
            throws IOException, Forged, Absent {
        var program = outside.find(signature);
        if (program.isEmpty()) {
            return unchecked(tool, signature, "%s is not installed here".formatted(OutsideVerifier.program(signature)));
        }
        Path folder = Files.createTempDirectory("atmos-proof");
        try {
            Path signed = Files.write(folder.resolve(tool.assetName()), new byte[0]);
            try (InputStream in = subject.open()) {
                Files.copy(in, signed, StandardCopyOption.REPLACE_EXISTING);
            }
            String by = outside.check(program.get(), signature, signed, address -> {
                byte[] proof = SignedFile.beside(downloads, address, "proof of " + tool);
                try {
                    return Files.write(Files.createTempFile(folder, "proof", ""), proof);
                } catch (IOException e) {
                    throw Disk.trouble(e);
                }
            });
            return Optional.of(new Check(signature.kind(), by));
        } finally {
            WholeFile.delete(folder);
        }
    }

    private byte[] beside(URI address, Installable tool) throws Absent {
        try {
            return SignedFile.beside(downloads, address, "signature of " + tool);
        } catch (ToolchainException e) {
            throw new Absent(e.what());
        }
    }

    /// Said by {@link #signature} where it matters.
    private static final class Absent extends Exception {
        Absent(String reason) {
            super(reason);
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }

    private Optional<Check> unchecked(Installable tool, Signature signature, String why) {
        progress.say("The %s signature of %s was not checked: %s.".formatted(signature.kind(), tool, why));
        return Optional.empty();
    }

    /// All that was passed, for a person: `sha256 from https://…; not signed`.
    public static String summary(List<Check> checks) {
        String proofs = String.join(", ", checks.stream().map(Check::toString).toList());
        boolean signed = checks.stream()
                .anyMatch(check -> Checksum.Algorithm.named(check.kind()).isEmpty());
        return (checks.isEmpty() ? "not checked against anything" : proofs) + (signed ? "" : "; not signed");
    }
}
