package io.atmoshub.cli.toolchain;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.GlobalOptions;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.toolchain.ToolId;
import io.atmoshub.toolchain.install.ToolsFolder.Installed;
import io.atmoshub.toolchain.pin.Pin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `atmos toolchain get`.
@Command(
        name = "get",
        description = "Shows the versions of a tool: pinned, installed and, with --all, published.",
        footer = {"", "Examples:", "  atmos toolchain get terraform", "  atmos toolchain get terraform --all --limit 20"
        })
final class GetCommand extends ToolchainAction {
    @Parameters(paramLabel = "TOOL", arity = "0..1", description = "Which tool; without one, all that are pinned.")
    private @Nullable String named;

    @Option(names = "--all", description = "Also those that are published.")
    private boolean all;

    @Option(names = "--limit", defaultValue = "50", description = "How many of those at most.")
    private int limit;

    GetCommand(Terminal terminal, GlobalOptions options) {
        super(terminal, options);
    }

    @Override
    int run(Toolbox box) {
        if (named == null) {
            if (json()) {
                var pins = new LinkedHashMap<String, List<String>>();
                box.pins().all().forEach(pin -> pins.put(pin.name(), pin.versions()));
                out().json(pins);
            } else {
                box.pins().all().forEach(pin -> out().line(pin.name() + " " + String.join(" ", pin.versions())));
            }
            return Atmos.DONE;
        }
        ToolId tool = box.named(named);
        List<String> pinned = box.pin(named, tool).map(Pin::versions).orElse(List.of());
        List<String> installed =
                box.tools().find(tool).stream().map(Installed::version).toList();
        Set<String> versions = new LinkedHashSet<>(pinned);
        versions.addAll(installed);
        if (all || versions.isEmpty()) {
            box.catalog().versions(tool).stream().limit(limit).forEach(versions::add);
        }
        var shown = new ArrayList<Map<String, Object>>();
        for (String version : versions) {
            boolean isDefault = !pinned.isEmpty() && pinned.getFirst().equals(version);
            shown.add(Map.of(
                    "version",
                    version,
                    "pinned",
                    pinned.contains(version),
                    "default",
                    isDefault,
                    "installed",
                    installed.contains(version)));
            if (!json()) {
                String marks = (isDefault ? " (default)" : pinned.contains(version) ? " (pinned)" : "")
                        + (installed.contains(version) ? " (installed)" : "");
                out().line(version + marks);
            }
        }
        if (json()) {
            out().json(Map.of("tool", tool.value(), "versions", shown));
        }
        return Atmos.DONE;
    }
}
