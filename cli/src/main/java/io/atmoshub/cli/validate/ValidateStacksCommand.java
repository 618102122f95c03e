package io.atmoshub.cli.validate;

import io.atmoshub.cli.GlobalOptions;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.cli.toolchain.ProjectTools;
import io.atmoshub.stacks.validation.StackValidation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `atmos validate stacks`.
@Command(
        name = "stacks",
        description =
                "Checks all stack manifests: YAML, schema, imports, inheritance, components that contradict each other.",
        footer = {"", "Examples:", "  atmos validate stacks", "  atmos validate stacks --json"})
final class ValidateStacksCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final GlobalOptions options;

    @Option(names = "--json", description = "Shows what is wrong as JSON.")
    private boolean json;

    @Option(
            names = "--schemas-atmos-manifest",
            hidden = true,
            paramLabel = "FILE",
            description = "Accepted for scripts that give it; set schemas.atmos.manifest.")
    void schema(String file) {}

    ValidateStacksCommand(Terminal terminal, GlobalOptions options) {
        this.terminal = terminal;
        this.options = options;
    }

    @Override
    public Integer call() {
        return new Findings(terminal, json)
                .show(
                        StackValidation.of(options.project(terminal), new ProjectTools(terminal, options)),
                        "All stacks validated successfully");
    }
}
