package io.atmoshub.cli.toolchain;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.GlobalOptions;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.toolchain.install.Installer;
import io.atmoshub.toolchain.install.ToolsFolder.Installed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `atmos toolchain clean`.
@Command(
        name = "clean",
        description = "Removes installed tools and the cache. What was put there by hand stays.",
        footer = {"", "Examples:", "  atmos toolchain clean --cache", "  atmos toolchain clean --unpinned"})
final class CleanCommand extends ToolchainAction {
    @Option(names = "--cache", description = "Only the cache, which all projects share.")
    private boolean cacheOnly;

    @Option(names = "--tools", description = "Only the tools.")
    private boolean toolsOnly;

    @Option(names = "--unpinned", description = "Only tools that are not pinned here.")
    private boolean unpinned;

    @Option(names = "--force", description = "Also what was put there by hand.")
    private boolean force;

    CleanCommand(Terminal terminal, GlobalOptions options) {
        super(terminal, options);
    }

    @Override
    int run(Toolbox box) {
        var gone = new ArrayList<String>();
        if (!cacheOnly) {
            Installer installer = box.installer();
            Set<String> kept = unpinned ? pinned(box) : Set.of();
            for (Installed installed : box.tools().all()) {
                boolean byHand = !force && installed.installRecord().isEmpty();
                if (byHand) {
                    err().line("%s stays: it was put there by hand. --force removes it too.".formatted(installed));
                } else if (!kept.contains(installed.toString())) {
                    installer.uninstall(installed.tool(), installed.version());
                    gone.add(installed.toString());
                }
            }
            box.bin().tidy();
        }
        long freed = 0;
        if (!toolsOnly && !unpinned) {
            freed = box.cache().size();
            box.cache().clear();
            KeptAnswer.forget(terminal().environment());
        }
        if (json()) {
            out().json(Map.of("uninstalled", gone, "cache_bytes", freed));
        } else {
            gone.forEach(one -> out().line(one + " uninstalled"));
            out().line("%s of the cache removed".formatted(ScreenProgress.bytes(freed)));
        }
        return Atmos.DONE;
    }

    private static Set<String> pinned(Toolbox box) {
        var kept = new HashSet<String>();
        box.pins()
                .all()
                .forEach(pin -> box.known(pin.name())
                        .ifPresent(tool -> pin.versions()
                                .forEach(version ->
                                        box.installed(tool, version).ifPresent(one -> kept.add(one.toString())))));
        return kept;
    }
}
