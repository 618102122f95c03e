package io.atmoshub.cli.toolchain;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.GlobalOptions;
import io.atmoshub.cli.terminal.Screen;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.toolchain.registry.Registries.Health;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/// `atmos toolchain registry list`.
@Command(
        name = "list",
        aliases = "ls",
        description = "Lists the registries in the order they are asked, and how each is.",
        footer = {"", "Examples:", "  atmos toolchain registry list", "  atmos toolchain registry list --json --offline"
        })
final class RegistryListCommand extends ToolchainAction {
    RegistryListCommand(Terminal terminal, GlobalOptions options) {
        super(terminal, options);
    }

    @Override
    int run(Toolbox box) {
        List<Health> all = box.catalog().registries().health();
        if (json()) {
            out().json(all.stream().map(RegistryListCommand::json).toList());
        } else {
            all.forEach(this::show);
        }
        return all.stream().anyMatch(health -> health.trouble().isPresent()) ? Atmos.FAILED : Atmos.DONE;
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
        out().line(health.trouble().isPresent() ? Screen.Style.BAD : Screen.Style.BOLD, line);
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
