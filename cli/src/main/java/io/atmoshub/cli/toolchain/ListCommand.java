package io.atmoshub.cli.toolchain;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.GlobalOptions;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.toolchain.ToolId;
import io.atmoshub.toolchain.install.ToolsFolder.Installed;
import io.atmoshub.toolchain.pin.Pin;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `atmos toolchain list`.
@Command(
        name = "list",
        aliases = "ls",
        description = "Lists what is pinned and what is installed.",
        footer = {"", "Examples:", "  atmos toolchain list", "  atmos toolchain list --format json"})
final class ListCommand extends ToolchainAction {
    /// How it is shown.
    enum Format {
        table,
        plain,
        json
    }

    @Option(names = "--format", paramLabel = "FORMAT", description = "One of: ${COMPLETION-CANDIDATES}.")
    private Format format = Format.table;

    ListCommand(Terminal terminal, GlobalOptions options) {
        super(terminal, options);
    }

    /// A version of a tool, pinned, installed, or both.
    private record Row(String tool, String version, boolean isDefault, Optional<Installed> installed, String pinnedIn) {
        String status() {
            return installed.isEmpty() ? "missing" : pinnedIn.isEmpty() ? "installed, not pinned" : "installed";
        }

        Map<String, Object> json() {
            var json = new LinkedHashMap<String, Object>();
            json.put("tool", tool);
            json.put("version", version);
            json.put("default", isDefault);
            json.put("installed", installed.isPresent());
            installed.ifPresent(one -> json.put("path", one.folder().toString()));
            if (!pinnedIn.isEmpty()) {
                json.put("pinned_in", pinnedIn);
            }
            return json;
        }
    }

    @Override
    int run(Toolbox box) {
        List<Row> rows = rows(box);
        if (json() || format == Format.json) {
            out().json(rows.stream().map(Row::json).toList());
        } else {
            int tool = rows.stream().mapToInt(row -> row.tool().length()).max().orElse(0);
            int version =
                    rows.stream().mapToInt(row -> row.version().length()).max().orElse(0);
            for (Row row : rows) {
                out().line(
                                format == Format.plain
                                        ? String.join("\t", row.tool(), row.version(), row.status())
                                        : ("%s %-" + Math.max(tool, 1) + "s  %-" + Math.max(version, 1) + "s  %s")
                                                .formatted(
                                                        row.isDefault() ? "*" : " ",
                                                        row.tool(),
                                                        row.version(),
                                                        row.status()));
            }
        }
        if (rows.isEmpty()) {
            err().line("Nothing is pinned or installed. Pin a tool with: atmos toolchain add terraform");
        }
        return Atmos.DONE;
    }

    private static List<Row> rows(Toolbox box) {
        var rows = new ArrayList<Row>();
        Set<String> seen = new HashSet<>();
        for (Pin pin : box.pins().all()) {
            Optional<ToolId> tool = box.known(pin.name());
            for (String version : pin.versions()) {
                Optional<Installed> installed = tool.flatMap(one -> box.installed(one, version));
                installed.ifPresent(one -> seen.add(one.toString()));
                rows.add(new Row(
                        tool.map(ToolId::value).orElse(pin.name()),
                        version,
                        version.equals(pin.version()),
                        installed,
                        pin.file().toString()));
            }
        }
        box.tools().all().stream()
                .filter(one -> !seen.contains(one.toString()))
                .forEach(one -> rows.add(new Row(one.tool().value(), one.version(), false, Optional.of(one), "")));
        return rows;
    }
}
