package io.atmoshub.cli.validate;

import io.atmoshub.cli.Failure;
import io.atmoshub.cli.GlobalOptions;
import io.atmoshub.cli.Stacks;
import io.atmoshub.cli.describe.NamedComponent;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.stacks.Component;
import io.atmoshub.stacks.StackEngine;
import io.atmoshub.stacks.validation.ComponentValidation;
import io.atmoshub.stacks.validation.Finding;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `atmos validate component`.
@Command(
        name = "component",
        description = "Checks a component in a stack against the rules of its settings.validation.",
        footer = {
            "",
            "Examples:",
            "  atmos validate component vpc -s platform-prod-euw1",
            "  atmos validate component vpc -s platform-prod-euw1 --schema-type opa --schema-path vpc.rego"
        })
final class ValidateComponentCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final GlobalOptions options;

    @Mixin
    private NamedComponent named = new NamedComponent();

    @Option(names = "--schema-path", paramLabel = "FILE", description = "A rule to check instead of its own.")
    private @Nullable String schemaPath;

    @Option(names = "--schema-type", paramLabel = "jsonschema|opa", description = "What kind of rule that is.")
    private @Nullable String schemaType;

    @Option(names = "--module-paths", split = ",", paramLabel = "FILE", description = "What a policy needs besides.")
    private List<String> modules = List.of();

    @Option(names = "--json", description = "Shows what is wrong as JSON.")
    private boolean json;

    @Option(names = "--timeout", hidden = true, paramLabel = "SECONDS", description = "Accepted and ignored.")
    void timeout(int seconds) {}

    ValidateComponentCommand(Terminal terminal, GlobalOptions options) {
        this.terminal = terminal;
        this.options = options;
    }

    @Override
    public Integer call() {
        StackEngine engine = Stacks.open(options, terminal);
        Component component = named.in(engine, options.folder(terminal));
        return new Findings(terminal, json)
                .show(
                        found(engine, component),
                        "Validated successfully: component %s in stack %s".formatted(component.name(), named.stack()));
    }

    private List<Finding> found(StackEngine engine, Component component) {
        if (schemaPath == null) {
            return ComponentValidation.of(engine, component);
        }
        if (schemaType == null) {
            throw Failure.of("A rule needs its kind.", "Add --schema-type jsonschema or --schema-type opa.");
        }
        return ComponentValidation.by(engine, component, schemaType, schemaPath, modules);
    }
}
