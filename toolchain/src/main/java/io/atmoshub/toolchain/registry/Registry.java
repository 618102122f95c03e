package io.atmoshub.toolchain.registry;

import io.atmoshub.toolchain.aqua.AquaPackage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Definitions of packages.
interface Registry {
    Optional<AquaPackage> find(String name);

    /// The names of the packages that have this command.
    Set<String> called(String command);

    List<Summary> summaries();

    /// Short names of its own.
    default Map<String, String> aliases() {
        return Map.of();
    }
}
