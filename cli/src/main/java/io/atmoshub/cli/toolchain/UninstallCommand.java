package io.atmoshub.cli.toolchain;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.GlobalOptions;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.toolchain.ToolId;
import io.atmoshub.toolchain.install.Installer;
import io.atmoshub.toolchain.install.ToolsFolder.Installed;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `atmos toolchain uninstall`.
@Command(
        name = "uninstall",
        description = "Takes tools away from this machine. What is pinned stays pinned.",
        footer = {"", "Examples:", "  atmos toolchain uninstall terraform@1.11.4", "  atmos toolchain uninstall helm"})
final class UninstallCommand extends ToolchainAction {
    @Parameters(
            paramLabel = "TOOL[@VERSION]",
            arity = "1..*",
            description = "Which tools; without a version, all versions.")
    private List<String> named = List.of();

    UninstallCommand(Terminal terminal, GlobalOptions options) {
        super(terminal, options);
    }

    @Override
    int run(Toolbox box) {
        Installer installer = box.installer();
        var gone = new ArrayList<String>();
        int code = Atmos.DONE;
        for (String text : named) {
            Wanted wanted = Wanted.parse(text);
            ToolId tool = box.named(wanted.name());
            List<Installed> there = wanted.version()
                    .map(version -> box.installed(tool, version).stream().toList())
                    .orElseGet(() -> box.tools().find(tool));
            if (there.isEmpty()) {
                err().line("%s is not installed.".formatted(wanted));
                code = Atmos.FAILED;
            }
            for (Installed one : there) {
                installer.uninstall(tool, one.version());
                gone.add(one.toString());
            }
        }
        box.bin().tidy();
        if (json()) {
            out().json(gone);
        } else {
            gone.forEach(one -> out().line(one + " uninstalled"));
        }
        return code;
    }
}
