package io.atmoshub.cli.list;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.GlobalOptions;
import io.atmoshub.cli.Stacks;
import io.atmoshub.cli.output.Rows;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.stacks.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `atmos list components`.
@Command(
        name = "components",
        description = "Lists the components, with the number of stacks each is in.",
        footer = {
            "",
            "Examples:",
            "  atmos list components",
            "  atmos list components -s platform-prod-euw1 --format json"
        })
final class ListComponentsCommand implements Callable<Integer> {
    private record Key(String name, String type) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byName = name.compareTo(other.name);
            return byName != 0 ? byName : type.compareTo(other.type);
        }
    }

    private final Terminal terminal;
    private final GlobalOptions options;

    @Mixin
    private Instances instances = new Instances();

    @Mixin
    private Rows rows = new Rows();

    ListComponentsCommand(Terminal terminal, GlobalOptions options) {
        this.terminal = terminal;
        this.options = options;
    }

    @Override
    public Integer call() {
        var stacks = new TreeMap<Key, Long>();
        for (Component each : instances.of(Stacks.open(options, terminal))) {
            stacks.merge(new Key(each.name(), each.type()), 1L, Long::sum);
        }
        var found = new ArrayList<List<@Nullable Object>>();
        stacks.forEach((key, count) -> found.add(List.of(key.name(), key.type(), count)));
        rows.show(terminal, List.of("Component", "Type", "Stacks"), found);
        return Atmos.DONE;
    }
}
