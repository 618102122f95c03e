package io.atmoshub.cli.toolchain;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.GlobalOptions;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.toolchain.ToolId;
import io.atmoshub.toolchain.ToolchainException;
import io.atmoshub.toolchain.pin.Pin;
import io.atmoshub.toolchain.pin.Pins;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `atmos toolchain set`.
@Command(
        name = "set",
        description = "Makes a version of a tool the default; without one, lets you choose.",
        footer = {"", "Examples:", "  atmos toolchain set terraform 1.13.4", "  atmos toolchain set terraform"})
final class SetCommand extends ToolchainAction {
    private static final int PAGE = 9;

    @Parameters(index = "0", paramLabel = "TOOL", description = "Which tool.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String named;

    @Parameters(index = "1", arity = "0..1", paramLabel = "VERSION", description = "Which version.")
    private @Nullable String version;

    SetCommand(Terminal terminal, GlobalOptions options) {
        super(terminal, options);
    }

    @Override
    int run(Toolbox box) {
        Wanted wanted = Wanted.parse(named);
        ToolId tool = box.named(wanted.name());
        Optional<String> given = Optional.ofNullable(version).or(wanted::version);
        if (given.isEmpty() && !terminal().interactive()) {
            throw misused("Nobody is there to choose: name the version.");
        }
        String chosen = given.isPresent()
                ? exact(box, tool, given.get())
                : choose(box.catalog().versions(tool));
        if (chosen.isEmpty()) {
            err().line("Nothing was changed.");
            return Atmos.FAILED;
        }
        Optional<Pin> pin = box.pin(wanted.name(), tool);
        Path file = pin.map(Pin::file).orElse(box.pins().file());
        Pins.edit(file, content -> content.withDefault(pin.map(Pin::name).orElse(wanted.name()), chosen));
        box.installed(tool, chosen).ifPresent(installed -> {
            box.tools().point(installed);
            box.bin().show(installed, box.standIns());
        });
        if (json()) {
            out().json(Map.of("tool", tool.value(), "version", chosen, "file", file.toString()));
        } else {
            out().line("%s %s is the default in %s".formatted(wanted.name(), chosen, file));
        }
        return Atmos.DONE;
    }

    private static String exact(Toolbox box, ToolId tool, String wish) {
        return box.installed(tool, wish)
                .map(installed -> installed.version())
                .orElseGet(() -> box.catalog().version(tool, wish));
    }

    /// Nine at a time; each has a key.
    private String choose(List<String> versions) {
        if (versions.isEmpty()) {
            throw new ToolchainException(
                    "No version of %s is known.".formatted(named),
                    "Name one: atmos toolchain set %s 1.2.3".formatted(named));
        }
        for (int from = 0; from < versions.size(); from += PAGE) {
            List<String> page = versions.subList(from, Math.min(versions.size(), from + PAGE));
            for (int i = 0; i < page.size(); i++) {
                err().line("  %d  %s".formatted(i + 1, page.get(i)));
            }
            boolean more = from + PAGE < versions.size();
            err().line(
                            more
                                    ? "Which one? 1-%d, n for older ones, q for none".formatted(page.size())
                                    : "Which one? 1-%d, q for none".formatted(page.size()));
            int key = terminal().keys().next(() -> true);
            while (!(key >= '1' && key < '1' + page.size()) && key != 'q' && !(more && key == 'n') && key >= 0) {
                key = terminal().keys().next(() -> true);
            }
            if (key < 0 || key == 'q') {
                return "";
            }
            if (key != 'n') {
                return page.get(key - '1');
            }
        }
        return "";
    }
}
