package io.atmoshub.cli.toolchain;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.GlobalOptions;
import io.atmoshub.cli.terminal.Screen;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.toolchain.ToolId;
import io.atmoshub.toolchain.install.ToolsFolder.Installed;
import io.atmoshub.toolchain.pin.Pin;
import io.atmoshub.toolchain.pin.Pins;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `atmos toolchain install`.
@Command(
        name = "install",
        aliases = "i",
        description = "Installs tools, or without any named, all that are pinned.",
        footer = {"", "Examples:", "  atmos toolchain install", "  atmos toolchain install terraform@1.13.4 --default"})
final class InstallCommand extends ToolchainAction {
    @Parameters(
            paramLabel = "TOOL[@VERSION]",
            arity = "0..*",
            description = "Which tools; without a version, the pinned one.")
    private List<String> named = List.of();

    @Option(
            names = {"--reinstall", "--force"},
            description = "Also those that are there.")
    private boolean again;

    @Option(names = "--default", description = "Pins the version, in front of others.")
    private boolean makeDefault;

    @Option(names = "--frozen", description = "Only what the lock file says, and nothing that is not in it.")
    private boolean frozen;

    InstallCommand(Terminal terminal, GlobalOptions options) {
        super(terminal, options);
    }

    InstallCommand(Terminal terminal, GlobalOptions options, List<String> named) {
        super(terminal, options);
        this.named = named;
    }

    @Override
    int run(Toolbox box) {
        List<InstallRun.Item> wishes = named.isEmpty() ? pinned(box) : wished(box);
        if (wishes.isEmpty()) {
            err().line("Nothing is pinned here. Pin a tool with: atmos toolchain add terraform");
        }
        List<InstallRun.End> ends = new InstallRun(box, again, frozen).install(wishes);
        int code = Atmos.DONE;
        var shown = new ArrayList<Map<String, Object>>();
        for (InstallRun.End end : ends) {
            switch (end) {
                case InstallRun.End.Done done -> {
                    afterwards(box, done);
                    shown.add(show(box, done));
                }
                case InstallRun.End.Failed failed -> {
                    code = Atmos.FAILED;
                    err().line(
                                    Screen.Style.BAD,
                                    "%s: %s"
                                            .formatted(
                                                    failed.wish(), failed.why().what()));
                    err().line(failed.why().hint());
                    shown.add(Map.of(
                            "tool",
                            failed.wish().name(),
                            "version",
                            failed.wish().version(),
                            "error",
                            failed.why().what()));
                }
            }
        }
        if (json()) {
            out().json(shown);
        }
        return code;
    }

    private List<InstallRun.Item> pinned(Toolbox box) {
        var wishes = new ArrayList<InstallRun.Item>();
        for (Pin pin : box.pins().all()) {
            for (String version : pin.versions()) {
                if (version.equals("system") || version.startsWith("path:") || version.startsWith("ref:")) {
                    err().line("%s %s is not installed from here.".formatted(pin.name(), version));
                } else {
                    wishes.add(new InstallRun.Item(pin.name(), version));
                }
            }
        }
        return wishes;
    }

    private List<InstallRun.Item> wished(Toolbox box) {
        return named.stream()
                .map(Wanted::parse)
                .map(wanted -> new InstallRun.Item(
                        wanted.name(), wanted.version().orElseGet(() -> box.wish(wanted, box.named(wanted.name())))))
                .toList();
    }

    /// The links of everyday calls follow what is pinned, or what was just installed when nothing is.
    private void afterwards(Toolbox box, InstallRun.End.Done done) {
        Installed installed = done.installed();
        ToolId tool = installed.tool();
        String name = done.wish().name();
        if (makeDefault) {
            Pin pin = box.pin(name, tool).orElse(null);
            Pins.edit(
                    pin == null ? box.pins().file() : pin.file(),
                    file -> file.withDefault(pin == null ? name : pin.name(), installed.version()));
        }
        boolean isDefault = makeDefault
                || box.pin(name, tool)
                        .map(pin -> pin.version().equals(done.wish().version())
                                || pin.version().equals(installed.version()))
                        .orElse(true);
        if (isDefault) {
            box.tools().point(installed);
            box.bin().show(installed, box.standIns());
        }
    }

    private Map<String, Object> show(Toolbox box, InstallRun.End.Done done) {
        Installed installed = done.installed();
        if (!json()) {
            String where =
                    box.folder().startsWith(box.base()) && installed.folder().startsWith(box.base())
                            ? box.base().relativize(installed.folder()).toString()
                            : installed.folder().toString();
            out().line(
                            done.outcome().fresh()
                                    ? "%s installed in %s (%s)".formatted(installed, where, done.proof())
                                    : "%s is there".formatted(installed));
        }
        var shown = new LinkedHashMap<String, Object>();
        shown.put("tool", installed.tool().value());
        shown.put("version", installed.version());
        shown.put("path", installed.folder().toString());
        shown.put("installed", done.outcome().fresh());
        if (json()) {
            done.outcome().installRecord().ifPresent(one -> {
                shown.put("url", one.url());
                shown.put("sha256", one.sha256());
                shown.put("checks", one.checks().stream().map(Object::toString).toList());
            });
        }
        return shown;
    }
}
