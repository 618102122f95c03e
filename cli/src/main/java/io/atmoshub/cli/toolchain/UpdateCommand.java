package io.atmoshub.cli.toolchain;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.GlobalOptions;
import io.atmoshub.cli.terminal.Screen;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.toolchain.ToolId;
import io.atmoshub.toolchain.ToolchainException;
import io.atmoshub.toolchain.pin.Pin;
import io.atmoshub.toolchain.pin.Pins;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `atmos toolchain update`.
@Command(
        name = "update",
        aliases = "upgrade",
        description = "Pins newer versions; without tools and --all, only says which there are.",
        footer = {"", "Examples:", "  atmos toolchain update", "  atmos toolchain update terraform"})
final class UpdateCommand extends ToolchainAction {
    @Parameters(paramLabel = "TOOL", arity = "0..*", description = "Which tools.")
    private List<String> named = List.of();

    @Option(names = "--all", description = "All that are pinned.")
    private boolean all;

    @Option(names = "--check", description = "Changes nothing.")
    private boolean check;

    UpdateCommand(Terminal terminal, GlobalOptions options) {
        super(terminal, options);
    }

    @Override
    int run(Toolbox box) {
        boolean edit = !check && (all || !named.isEmpty());
        int code = Atmos.DONE;
        var newer = new ArrayList<Map<String, String>>();
        for (Pin pin : pins(box)) {
            try {
                ToolId tool = box.named(pin.name());
                String newest = box.catalog().version(tool, "latest");
                if (!newest.equals(pin.version())
                        && !List.of("latest", "system").contains(pin.version())) {
                    if (edit) {
                        Pins.edit(pin.file(), file -> file.replacing(pin.name(), pin.version(), newest));
                    }
                    newer.add(Map.of("tool", pin.name(), "from", pin.version(), "to", newest));
                }
            } catch (ToolchainException e) {
                code = Atmos.FAILED;
                err().line(Screen.Style.BAD, "%s: %s".formatted(pin.name(), e.what()));
                err().line(e.hint());
            }
        }
        if (json()) {
            out().json(newer);
            return code;
        }
        newer.forEach(one -> out().line("%s %s -> %s".formatted(one.get("tool"), one.get("from"), one.get("to"))));
        if (newer.isEmpty()) {
            err().line("Nothing is newer than what is pinned.");
        } else {
            err().line(edit ? "Install them: atmos toolchain install" : "Pin them: atmos toolchain update --all");
        }
        return code;
    }

    private List<Pin> pins(Toolbox box) {
        return named.isEmpty()
                ? box.pins().all()
                : named.stream()
                        .map(name -> box.pin(name, box.named(name))
                                .orElseThrow(() -> new ToolchainException(
                                        "%s is not pinned.".formatted(name),
                                        "Pin it: atmos toolchain add %s".formatted(name))))
                        .toList();
    }
}
