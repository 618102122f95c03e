package io.atmoshub.cli.toolchain;

import io.atmoshub.toolchain.ToolId;
import io.atmoshub.toolchain.install.ToolsFolder.Installed;
import io.atmoshub.toolchain.pin.Pin;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Finds the programs that check signatures: the pinned and installed one first, then the one on the PATH.
record VerifiersHere(Toolbox box) {
    private static final Map<String, ToolId> TOOLS = Map.of(
            "cosign", new ToolId("sigstore/cosign"),
            "slsa-verifier", new ToolId("slsa-framework/slsa-verifier"),
            "gh", new ToolId("cli/cli"));

    Optional<Path> find(String name) {
        return Optional.ofNullable(TOOLS.get(name))
                .flatMap(tool -> box.pin(name, tool).map(Pin::version).flatMap(version -> box.installed(tool, version)))
                .flatMap(Installed::program)
                .or(() -> new Ready(box).onPath(name));
    }
}
