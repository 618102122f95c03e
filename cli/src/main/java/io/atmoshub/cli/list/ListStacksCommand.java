package io.atmoshub.cli.list;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.GlobalOptions;
import io.atmoshub.cli.Stacks;
import io.atmoshub.cli.output.Rows;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.stacks.Stack;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `atmos list stacks`.
@Command(
        name = "stacks",
        description = "Lists the stacks.",
        footer = {"", "Examples:", "  atmos list stacks", "  atmos list stacks --component vpc --format json"})
final class ListStacksCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final GlobalOptions options;

    @Option(
            names = {"-c", "--component"},
            paramLabel = "NAME",
            description = "Only stacks with this component.")
    private @Nullable String component;

    @Mixin
    private Rows rows = new Rows();

    ListStacksCommand(Terminal terminal, GlobalOptions options) {
        this.terminal = terminal;
        this.options = options;
    }

    @Override
    public Integer call() {
        List<List<String>> found = Stacks.open(options, terminal).stacks().stream()
                .filter(each -> component == null || !each.named(component).isEmpty())
                .map(Stack::name)
                .map(List::of)
                .toList();
        rows.show(terminal, List.of("Stack"), found);
        if (found.isEmpty()) {
            terminal.err().line("No stacks found.");
        }
        return Atmos.DONE;
    }
}
