package io.atmoshub.cli.toolchain;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.GlobalOptions;
import io.atmoshub.cli.terminal.Screen;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.toolchain.aqua.AquaPackage;
import io.atmoshub.toolchain.aqua.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `atmos toolchain info`.
@Command(
        name = "info",
        description = "Shows what is known about a tool; with a version, also where that comes from.",
        footer = {"", "Examples:", "  atmos toolchain info helm", "  atmos toolchain info opentofu@1.10.0 --json"})
final class InfoCommand extends ToolchainAction {
    @Parameters(paramLabel = "TOOL[@VERSION]", description = "Which tool.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String tool;

    InfoCommand(Terminal terminal, GlobalOptions options) {
        super(terminal, options);
    }

    @Override
    int run(Toolbox box) {
        Wanted wanted = Wanted.parse(tool);
        var found = box.catalog().registries().named(wanted.name());
        ResolvedJson here = wanted.version()
                .map(wish -> box.catalog().version(wanted.name(), wish))
                .map(version ->
                        ResolvedJson.of(version, box.catalog().answer(wanted.name(), version, Target.current())))
                .orElse(null);
        InfoJson info = InfoJson.of(found.registry().name(), found.tool(), here);
        if (json()) {
            out().json(info);
        } else {
            show(info);
        }
        return Atmos.DONE;
    }

    private void show(InfoJson info) {
        Screen out = out();
        out.line(Screen.Style.BOLD, info.name());
        row("about", info.description());
        row("page", info.page() == null ? "" : info.page());
        row("also", String.join(", ", info.aliases()));
        row("type", info.type());
        row("from", "the registry " + info.registry());
        ResolvedJson here = info.here();
        if (here != null) {
            row("version", here.version());
            row("url", here.url() == null ? String.valueOf(here.reason()) : here.url());
            row("commands", String.join(", ", here.programs().keySet()));
        }
    }

    private void row(String key, String value) {
        if (!value.isEmpty()) {
            out().line("  %-9s %s".formatted(key, value));
        }
    }

    /// A tool as JSON.
    record InfoJson(
            String name,
            String description,
            @Nullable String page,
            List<String> aliases,
            String type,
            String registry,
            @Nullable ResolvedJson here) {
        static InfoJson of(String registry, AquaPackage tool, @Nullable ResolvedJson here) {
            return new InfoJson(
                    tool.name(),
                    tool.description(),
                    tool.page(),
                    tool.aliases(),
                    String.valueOf(tool.definition().source().type()),
                    registry,
                    here);
        }
    }
}
