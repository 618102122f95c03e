package io.atmoshub.cli.list;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.GlobalOptions;
import io.atmoshub.cli.Stacks;
import io.atmoshub.cli.output.Rows;
import io.atmoshub.cli.terminal.Terminal;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `atmos list instances`.
@Command(
        name = "instances",
        description = "Lists every component in every stack.",
        footer = {
            "",
            "Examples:",
            "  atmos list instances --format csv",
            "  atmos list instances -s 'platform-*' --type terraform"
        })
final class ListInstancesCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final GlobalOptions options;

    @Mixin
    private Instances instances = new Instances();

    @Mixin
    private Rows rows = new Rows();

    @Option(
            names = "--upload",
            hidden = true,
            arity = "0..1",
            fallbackValue = "true",
            description = "Accepted and ignored.")
    void upload(boolean given) {}

    ListInstancesCommand(Terminal terminal, GlobalOptions options) {
        this.terminal = terminal;
        this.options = options;
    }

    @Override
    public Integer call() {
        rows.show(
                terminal,
                List.of("Component", "Stack"),
                instances.of(Stacks.open(options, terminal)).stream()
                        .map(each -> List.of(each.name(), each.stack()))
                        .toList());
        return Atmos.DONE;
    }
}
