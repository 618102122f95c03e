package io.atmoshub.cli.toolchain;

import io.atmoshub.cli.GlobalOptions;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.toolchain.ToolId;
import io.atmoshub.toolchain.pin.Pin;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What the rest of the command asks of the toolchain: what is pinned where a person stands, and programs, installed
/// first where that is wanted.
public final class ToolsHere implements AutoCloseable {
    private final Toolbox box;

    public ToolsHere(Terminal terminal, GlobalOptions options) {
        this.box = new Toolbox(terminal, options, false);
    }

    public Optional<Pin> pin(String name, ToolId tool) {
        return box.pin(name, tool);
    }

    /// The version a wish means: an installed one if that fits, else what the registries say.
    public String version(ToolId tool, String wish) {
        return box.installed(tool, wish)
                .map(one -> one.version())
                .orElseGet(() -> box.catalog().version(tool, wish));
    }

    /// A tool's program.
    ///
    /// @throws io.atmoshub.toolchain.ToolchainException when it can't be had
    public Path program(String tool, String wish) {
        return new Ready(box)
                .installedFirst(new Wanted(tool, Optional.of(wish)))
                .toAbsolutePath();
    }

    /// A tool's program, when it is there.
    public Optional<Path> installed(String tool, String wish) {
        return new Ready(box).find(new Wanted(tool, Optional.of(wish)));
    }

    /// The version of a tool that is pinned under this name, when what is missing gets installed.
    public Optional<Pin> pinnedForUse(String name) {
        return box.settings().autoInstall() ? box.pins().find(name::equals) : Optional.empty();
    }

    /// The folders of the pinned tools that are installed.
    public List<Path> pinnedFolders() {
        return PathFolders.of(box).folders();
    }

    /// Lets the launcher give this answer again, while nothing changes that tools or this project depend on.
    public void keep(String asked, String answer) {
        KeptAnswer.keep(box, asked, answer, Optional.empty(), List.of());
    }

    /// Where what was fetched, and what was said already, is kept.
    public Path cache() {
        return box.settings().cacheFolder();
    }

    @Override
    public void close() {
        box.close();
    }
}
