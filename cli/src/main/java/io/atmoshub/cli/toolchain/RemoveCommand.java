package io.atmoshub.cli.toolchain;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.GlobalOptions;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.toolchain.ToolId;
import io.atmoshub.toolchain.pin.Pin;
import io.atmoshub.toolchain.pin.Pins;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `atmos toolchain remove`.
@Command(
        name = "remove",
        aliases = "rm",
        description = "No longer pins tools. What is installed stays.",
        footer = {"", "Examples:", "  atmos toolchain remove terraform@1.11.4", "  atmos toolchain remove helm"})
final class RemoveCommand extends ToolchainAction {
    @Parameters(
            paramLabel = "TOOL[@VERSION]",
            arity = "1..*",
            description = "Which pins; without a version, all of a tool.")
    private List<String> named = List.of();

    RemoveCommand(Terminal terminal, GlobalOptions options) {
        super(terminal, options);
    }

    @Override
    int run(Toolbox box) {
        var removed = new ArrayList<String>();
        int code = Atmos.DONE;
        for (String text : named) {
            Wanted wanted = Wanted.parse(text);
            Optional<Pin> pin = box.pins()
                    .find(wanted.name()::equals)
                    .or(() -> box.known(wanted.name()).flatMap((ToolId tool) -> box.pin(wanted.name(), tool)));
            if (pin.filter(one -> wanted.version().map(one.versions()::contains).orElse(true))
                    .isEmpty()) {
                err().line("%s is not pinned.".formatted(wanted));
                code = Atmos.FAILED;
                continue;
            }
            Pins.edit(
                    pin.get().file(),
                    file -> wanted.version()
                            .map(version -> file.without(pin.get().name(), version))
                            .orElseGet(() -> file.without(pin.get().name())));
            removed.add(wanted.toString());
            if (!json()) {
                out().line("%s is no longer pinned in %s"
                        .formatted(wanted, pin.get().file()));
            }
        }
        if (json()) {
            out().json(removed);
        }
        return code;
    }
}
