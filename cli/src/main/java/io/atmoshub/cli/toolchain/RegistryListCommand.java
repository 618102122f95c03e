package io.atmoshub.cli.toolchain;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.GlobalOptions;
import io.atmoshub.cli.terminal.Screen;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.toolchain.registry.Registries.Health;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `atmos toolchain registry list`.
@Command(
        name = "list",
        aliases = "ls",
        description = "Lists the registries in the order they are asked, and how each is.",
        footer = {"", "Examples:", "  atmos toolchain registry list", "  atmos toolchain registry list --json --offline"
        })
final class RegistryListCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final GlobalOptions options;

    @Option(names = "--offline", description = "Asks no network; looks only into what is here.")
    private boolean offline;

    @Option(names = "--json", description = "Shows them as JSON.")
    private boolean json;

    RegistryListCommand(Terminal terminal, GlobalOptions options) {
        this.terminal = terminal;
        this.options = options;
    }

    @Override
    public Integer call() {
        try (ToolLookup lookup = ToolLookup.open(terminal, options, offline)) {
            List<Health> all = lookup.catalog().registries().health();
            if (json) {
                terminal.out().json(all.stream().map(RegistryListCommand::json).toList());
            } else {
                all.forEach(this::show);
            }
            return all.stream().anyMatch(health -> health.trouble().isPresent()) ? Atmos.FAILED : Atmos.DONE;
        }
    }

    private void show(Health health) {
        String packages = health.packages().map("%,d packages"::formatted).orElse("");
        String line = "%-12s %4d  %-8s %-15s %s"
                .formatted(
                        health.registry().name(),
                        health.registry().priority(),
                        health.registry().source().type(),
                        health.trouble().isPresent() ? "can't be used" : packages,
                        health.registry().source().words());
        terminal.out().line(health.trouble().isPresent() ? Screen.Style.BAD : Screen.Style.BOLD, line);
    }

    private static RegistryJson json(Health health) {
        return new RegistryJson(
                health.registry().name(),
                health.registry().priority(),
                health.registry().source().type(),
                health.registry().source().words(),
                health.packages().orElse(null),
                health.trouble().map(trouble -> trouble.what()).orElse(null));
    }

    /// A registry as JSON.
    record RegistryJson(
            String name,
            int priority,
            String type,
            String where,
            @Nullable Integer packages,
            @Nullable String trouble) {}
}
