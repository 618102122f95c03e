package io.atmoshub.cli.toolchain;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.GlobalOptions;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.toolchain.ToolId;
import io.atmoshub.toolchain.pin.Pin;
import io.atmoshub.toolchain.pin.Pins;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `atmos toolchain add`.
@Command(
        name = "add",
        description = "Pins tools, behind the versions that are pinned already.",
        footer = {"", "Examples:", "  atmos toolchain add terraform@1.13.4", "  atmos toolchain add helm kubectl"})
final class AddCommand extends ToolchainAction {
    @Parameters(
            paramLabel = "TOOL[@VERSION]",
            arity = "1..*",
            description = "Which tools; without a version, or with bounds, the newest that fits.")
    private List<String> named = List.of();

    AddCommand(Terminal terminal, GlobalOptions options) {
        super(terminal, options);
    }

    @Override
    int run(Toolbox box) {
        var added = new ArrayList<Map<String, String>>();
        for (String text : named) {
            Wanted wanted = Wanted.parse(text);
            ToolId tool = box.catalog().named(wanted.name());
            String version = box.catalog().version(tool, wanted.version().orElse("latest"));
            Optional<Pin> pin = box.pin(wanted.name(), tool);
            Path file = pin.map(Pin::file).orElse(box.pins().file());
            String name = pin.map(Pin::name).orElse(wanted.name());
            Pins.edit(file, content -> content.adding(name, version));
            box.names().remember(name, tool);
            added.add(Map.of("tool", tool.value(), "version", version, "file", file.toString()));
            if (!json()) {
                out().line("%s %s is pinned in %s".formatted(name, version, file));
            }
        }
        if (json()) {
            out().json(added);
        }
        return Atmos.DONE;
    }
}
