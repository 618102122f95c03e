package io.atmoshub.toolchain.verify;

import java.nio.file.Path;
import java.util.Optional;

/// Where the programs are that check what this product does not check itself: `cosign`, `slsa-verifier`, `gh`.
@FunctionalInterface
public interface VerifierPrograms {
    VerifierPrograms NONE = name -> Optional.empty();

    Optional<Path> find(String name);
}
