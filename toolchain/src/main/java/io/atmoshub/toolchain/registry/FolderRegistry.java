package io.atmoshub.toolchain.registry;

import io.atmoshub.toolchain.aqua.AquaPackage;
import io.atmoshub.toolchain.fetch.Documents;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A registry on a server with a file for each package. It can be asked for a package, but not what it has.
record FolderRegistry(URI address, Documents documents) implements Registry {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.~+-]+(/[A-Za-z0-9_.~+-]+)+");

    @Override
    public Optional<AquaPackage> find(String name) {
        if (!NAME.matcher(name).matches() || List.of(name.split("/")).contains("..")) {
            return Optional.empty();
        }
        String base = address.toString();
        String file = "%s%s%s/registry.yaml".formatted(base, base.endsWith("/") ? "" : "/", name);
        return documents
                .find(URI.create(file), Map.of())
                .flatMap(bytes -> PackageIndex.of(
                                file, IndexWriter.index(file, new String(bytes, StandardCharsets.UTF_8), new byte[32]))
                        .find(name));
    }

    @Override
    public Set<String> called(String command) {
        return Set.of();
    }

    @Override
    public List<Summary> summaries() {
        return List.of();
    }
}
