package io.atmoshub.cli.toolchain;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.GlobalOptions;
import io.atmoshub.cli.terminal.Screen;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.toolchain.Platform;
import io.atmoshub.toolchain.install.Audit;
import io.atmoshub.toolchain.install.Audit.Finding;
import io.atmoshub.toolchain.install.ToolsFolder.Installed;
import io.atmoshub.toolchain.lock.LockFile;
import io.atmoshub.toolchain.verify.Verifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `atmos toolchain verify`.
@Command(
        name = "verify",
        description = "Checks that installed tools are still what was installed, and what the lock file says.",
        footer = {"", "Examples:", "  atmos toolchain verify", "  atmos toolchain verify terraform --json"})
final class VerifyCommand extends ToolchainAction {
    @Parameters(
            paramLabel = "TOOL[@VERSION]",
            arity = "0..*",
            description = "Which tools; without any, all installed ones.")
    private List<String> named = List.of();

    VerifyCommand(Terminal terminal, GlobalOptions options) {
        super(terminal, options);
    }

    @Override
    int run(Toolbox box) {
        LockFile lock = LockFile.read(box.settings().lockFile());
        int code = Atmos.DONE;
        var shown = new ArrayList<Map<String, Object>>();
        for (Installed installed : installed(box)) {
            Finding finding = Audit.of(
                    installed,
                    lock.find(installed.tool(), installed.version(), Platform.current())
                            .map(LockFile.Entry::checksum));
            boolean good = finding instanceof Finding.Intact || finding instanceof Finding.Unrecorded;
            code = good ? code : Atmos.FAILED;
            String verdict = verdict(finding);
            String detail = detail(finding);
            shown.add(Map.of(
                    "tool",
                    installed.tool().value(),
                    "version",
                    installed.version(),
                    "verdict",
                    verdict,
                    "detail",
                    detail));
            if (!json()) {
                String line = "%s: %s (%s)".formatted(installed, verdict, detail);
                if (good) {
                    out().line(line);
                } else {
                    out().line(Screen.Style.BAD, line);
                }
            }
        }
        if (json()) {
            out().json(shown);
        }
        if (code != Atmos.DONE) {
            err().line("Don't run what was changed. Install it again: atmos toolchain install --reinstall");
        }
        return code;
    }

    private List<Installed> installed(Toolbox box) {
        if (named.isEmpty()) {
            return box.tools().all();
        }
        var all = new ArrayList<Installed>();
        for (String text : named) {
            Wanted wanted = Wanted.parse(text);
            var tool = box.named(wanted.name());
            List<Installed> found = wanted.version()
                    .map(version -> box.installed(tool, version).stream().toList())
                    .orElseGet(() -> box.tools().find(tool));
            if (found.isEmpty()) {
                throw new Ready(box).missing(wanted, wanted.version().orElse("latest"));
            }
            all.addAll(found);
        }
        return all;
    }

    private static String verdict(Finding finding) {
        return switch (finding) {
            case Finding.Intact _ -> "intact";
            case Finding.Unrecorded _ -> "unrecorded";
            case Finding.Changed _ -> "changed";
            case Finding.NotAsLocked _ -> "not as locked";
        };
    }

    private static String detail(Finding finding) {
        return switch (finding) {
            case Finding.Intact(var installed, var known) -> Verifier.summary(known.checks());
            case Finding.Unrecorded _ -> "put there by hand; nobody wrote down what it should be";
            case Finding.Changed(var installed, var files) -> String.join(", ", files);
            case Finding.NotAsLocked(var installed, var locked, var sha256) ->
                "locked: %s, installed: sha256:%s".formatted(locked, sha256);
        };
    }
}
