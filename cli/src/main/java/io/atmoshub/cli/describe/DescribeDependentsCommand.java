package io.atmoshub.cli.describe;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.GlobalOptions;
import io.atmoshub.cli.Stacks;
import io.atmoshub.cli.output.Document;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.stacks.Component;
import io.atmoshub.stacks.StackEngine;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `atmos describe dependents`.
@Command(
        name = "dependents",
        description = "Shows which components depend on a component.",
        footer = {
            "",
            "Examples:",
            "  atmos describe dependents vpc -s platform-prod-euw1",
            "  atmos describe dependents vpc -s platform-prod-euw1 --query '.[].stack_slug'"
        })
final class DescribeDependentsCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final GlobalOptions options;

    @Mixin
    private NamedComponent named = new NamedComponent();

    @Option(
            names = "--include-settings",
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "true|false",
            description = "Also the settings of each.")
    private boolean settings;

    @Mixin
    private Document document = new Document();

    @Mixin
    private ProcessingOptions processing = new ProcessingOptions();

    DescribeDependentsCommand(Terminal terminal, GlobalOptions options) {
        this.terminal = terminal;
        this.options = options;
    }

    @Override
    public Integer call() {
        StackEngine engine = Stacks.open(options, terminal);
        Component component = named.in(engine, options.folder(terminal));
        document.show(
                terminal,
                options.folder(terminal),
                new Dependents(engine, processing.processing()).of(component, settings, false),
                Document.Format.json);
        return Atmos.DONE;
    }
}
