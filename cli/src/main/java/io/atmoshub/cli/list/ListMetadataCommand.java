package io.atmoshub.cli.list;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.GlobalOptions;
import io.atmoshub.cli.Stacks;
import io.atmoshub.cli.output.Rows;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.project.yaml.YamlNode;
import io.atmoshub.stacks.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `atmos list metadata`.
@Command(
        name = "metadata",
        description = "Lists the metadata of components.",
        footer = {"", "Examples:", "  atmos list metadata", "  atmos list metadata -s platform-prod-euw1 --format json"
        })
final class ListMetadataCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final GlobalOptions options;

    @Mixin
    private Instances instances = new Instances();

    @Mixin
    private Rows rows = new Rows();

    ListMetadataCommand(Terminal terminal, GlobalOptions options) {
        this.terminal = terminal;
        this.options = options;
    }

    @Override
    public Integer call() {
        var found = new ArrayList<List<@Nullable Object>>();
        for (Component each : instances.of(Stacks.open(options, terminal))) {
            YamlNode metadata = each.section().get("metadata");
            var row = new ArrayList<@Nullable Object>(List.of(each.stack(), each.name(), each.type()));
            row.add(each.isEnabled());
            row.add(each.base());
            row.add(each.inheritance());
            row.add(metadata == null ? null : metadata.toJava());
            found.add(row);
        }
        rows.show(terminal, List.of("Stack", "Component", "Type", "Enabled", "Code", "Inherits", "Metadata"), found);
        return Atmos.DONE;
    }
}
