package io.atmoshub.cli.toolchain;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.GlobalOptions;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.toolchain.ToolId;
import io.atmoshub.toolchain.ToolchainException;
import io.atmoshub.toolchain.lock.LockFile;
import io.atmoshub.toolchain.pin.MiseLock;
import io.atmoshub.toolchain.pin.OtherFile;
import io.atmoshub.toolchain.pin.Pins;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `atmos toolchain import`.
@Command(
        name = "import",
        description = {
            "Pins what another tool's file pins: asdf's .tool-versions, mise.toml, mise.lock, aqua.yaml.",
            "From a mise.lock, addresses and checksums go into the lock file too."
        },
        footer = {
            "",
            "Examples:",
            "  atmos toolchain import mise.toml mise.lock",
            "  atmos toolchain import aqua.yaml --json"
        })
final class ImportCommand extends ToolchainAction {
    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Which files.")
    private List<Path> files = List.of();

    ImportCommand(Terminal terminal, GlobalOptions options) {
        super(terminal, options);
    }

    @Override
    int run(Toolbox box) {
        var added = new ArrayList<Map<String, String>>();
        LockFile lock = LockFile.read(box.settings().lockFile());
        for (Path file : files) {
            for (OtherFile.Tool tool : OtherFile.read(box.folder().resolve(file))) {
                try {
                    ToolId meant = box.catalog().named(tool.name());
                    box.names().remember(tool.name(), meant);
                    tool.locked().forEach(one -> lock(lock, meant, one, file));
                } catch (ToolchainException e) {
                    err().line("%s is pinned, but no registry knows it: %s".formatted(tool.name(), e.what()));
                }
                for (String version : tool.versions()) {
                    Pins.edit(box.pins().file(), content -> content.adding(tool.name(), version));
                    added.add(Map.of("tool", tool.name(), "version", version));
                    if (!json()) {
                        out().line("%s %s is pinned in %s"
                                .formatted(tool.name(), version, box.pins().file()));
                    }
                }
            }
        }
        if (!lock.isEmpty()) {
            lock.write(box.settings().lockFile(), LockedRecord.productVersion());
        }
        if (json()) {
            out().json(added);
        }
        return Atmos.DONE;
    }

    /// What is locked here already stays; a checksum of a kind that is not checked here locks nothing.
    private static void lock(LockFile lock, ToolId tool, MiseLock other, Path file) {
        for (MiseLock.Asset asset : other.assets()) {
            if (asset.checksum().isPresent()
                    && lock.find(tool, other.version(), asset.platform()).isEmpty()) {
                lock.put(
                        tool,
                        other.version(),
                        asset.platform(),
                        new LockFile.Entry(
                                asset.url(),
                                asset.checksum().get(),
                                asset.size(),
                                Optional.of("taken over from " + file.getFileName())));
            }
        }
    }
}
