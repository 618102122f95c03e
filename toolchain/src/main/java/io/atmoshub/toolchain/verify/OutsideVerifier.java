package io.atmoshub.toolchain.verify;

import io.atmoshub.toolchain.Signature;
import io.atmoshub.toolchain.ToolchainException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Asks `cosign`, `slsa-verifier` or `gh` about signatures of these kinds. Their trust roots are theirs, and keeping
/// them here would make this product three times as large.
final class OutsideVerifier {
    private static final int PATIENCE_SECONDS = 120;
    private static final int SHOWN = 400;

    private final VerifierPrograms programs;

    OutsideVerifier(VerifierPrograms programs) {
        this.programs = programs;
    }

    /// Brings a file that stands beside the signed one.
    interface Fetch {
        Path file(URI address);
    }

    /// Which program is asked.
    static String program(Signature signature) {
        return switch (signature) {
            case Signature.Cosign _ -> "cosign";
            case Signature.Slsa _ -> "slsa-verifier";
            case Signature.Attestation _ -> "gh";
            case Signature.Gpg _ -> "gpg";
            case Signature.Minisign _ -> "minisign";
        };
    }

    Optional<Path> find(Signature signature) {
        return programs.find(program(signature));
    }

    /// Answers with what the program vouched for.
    String check(Path program, Signature signature, Path signed, Fetch fetch) throws Forged, IOException {
        List<String> command = command(program, signature, signed, fetch);
        Path output = Files.createTempFile("verifier", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new Forged("%s did not end".formatted(program.getFileName()));
            }
            if (process.exitValue() != 0) {
                String said =
                        Files.readString(output, StandardCharsets.ISO_8859_1).strip();
                throw new Forged("%s says: %s"
                        .formatted(program.getFileName(), said.substring(Math.max(0, said.length() - SHOWN))));
            }
            return "by " + program.getFileName();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ToolchainException("Interrupted.", "Run it again.", e);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private static List<String> command(Path program, Signature signature, Path signed, Fetch fetch) {
        var command = new ArrayList<String>();
        command.add(program.toString());
        switch (signature) {
            case Signature.Cosign cosign -> {
                command.add("verify-blob");
                command.addAll(cosign.options());
                option(command, "--signature", cosign.signature(), fetch);
                option(command, "--certificate", cosign.certificate(), fetch);
                option(command, "--key", cosign.key(), fetch);
                option(command, "--bundle", cosign.bundle(), fetch);
                command.add(signed.toString());
            }
            case Signature.Slsa slsa -> {
                command.addAll(List.of("verify-artifact", signed.toString()));
                option(command, "--provenance-path", slsa.provenance(), fetch);
                command.addAll(List.of("--source-uri", slsa.source()));
                if (slsa.tag() != null) {
                    command.addAll(List.of("--source-tag", slsa.tag()));
                }
            }
            case Signature.Attestation attestation -> {
                command.addAll(List.of("attestation", "verify", signed.toString(), "--repo", attestation.repository()));
                if (attestation.signerWorkflow() != null) {
                    command.addAll(List.of("--signer-workflow", attestation.signerWorkflow()));
                }
            }
            case Signature.Gpg _, Signature.Minisign _ ->
                throw new IllegalArgumentException("checked without a program");
        }
        return command;
    }

    private static void option(List<String> command, String name, @Nullable URI address, Fetch fetch) {
        if (address != null) {
            command.add(name);
            command.add(fetch.file(address).toString());
        }
    }
}
