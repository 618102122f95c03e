package io.atmoshub.cli.toolchain;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.GlobalOptions;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.toolchain.ToolId;
import io.atmoshub.toolchain.ToolchainException;
import io.atmoshub.toolchain.install.Names;
import io.atmoshub.toolchain.pin.OtherFile;
import io.atmoshub.toolchain.pin.Pins;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `atmos toolchain import`.
@Command(
        name = "import",
        description = "Pins what another tool's file pins: asdf's .tool-versions, mise.toml, aqua.yaml.",
        footer = {"", "Examples:", "  atmos toolchain import mise.toml", "  atmos toolchain import aqua.yaml --json"})
final class ImportCommand extends ToolchainAction {
    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Which files.")
    private List<Path> files = List.of();

    ImportCommand(Terminal terminal, GlobalOptions options) {
        super(terminal, options);
    }

    @Override
    int run(Toolbox box) {
        var added = new ArrayList<Map<String, String>>();
        for (Path file : files) {
            for (OtherFile.Tool tool : OtherFile.read(box.folder().resolve(file))) {
                try {
                    ToolId meant = box.catalog().named(tool.name());
                    new Names(box.tools()).remember(tool.name(), meant);
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
        if (json()) {
            out().json(added);
        }
        return Atmos.DONE;
    }
}
