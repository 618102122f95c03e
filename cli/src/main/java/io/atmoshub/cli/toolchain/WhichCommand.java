package io.atmoshub.cli.toolchain;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.GlobalOptions;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.toolchain.ToolId;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `atmos toolchain which`.
@Command(
        name = "which",
        description = "Shows where the program of an installed tool is.",
        footer = {"", "Examples:", "  atmos toolchain which terraform", "  atmos toolchain which terraform@1.11.4"})
final class WhichCommand extends ToolchainAction {
    @Parameters(paramLabel = "TOOL[@VERSION]", description = "Which tool; without a version, the pinned one.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String named;

    WhichCommand(Terminal terminal, GlobalOptions options) {
        super(terminal, options);
    }

    WhichCommand(Terminal terminal, GlobalOptions options, String named) {
        super(terminal, options);
        this.named = named;
    }

    @Override
    int run(Toolbox box) {
        Wanted wanted = Wanted.parse(named);
        var ready = new Ready(box);
        Path program = ready.find(wanted).orElseThrow(() -> {
            ToolId tool = box.named(wanted.name());
            return ready.missing(wanted, box.wish(wanted, tool));
        });
        if (json()) {
            out().json(Map.of("tool", wanted.name(), "path", program.toString()));
        } else {
            out().line(program.toString());
            ready.keep("which " + named, wanted, program);
        }
        return Atmos.DONE;
    }
}
