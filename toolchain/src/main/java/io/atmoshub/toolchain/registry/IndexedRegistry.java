package io.atmoshub.toolchain.registry;

import io.atmoshub.toolchain.aqua.AquaPackage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A registry all of whose packages are known.
record IndexedRegistry(PackageIndex index, Map<String, String> aliases) implements Registry {
    @Override
    public Optional<AquaPackage> find(String name) {
        return index.find(name);
    }

    @Override
    public Set<String> called(String command) {
        return index.called(command);
    }

    @Override
    public List<Summary> summaries() {
        return index.summaries();
    }
}
