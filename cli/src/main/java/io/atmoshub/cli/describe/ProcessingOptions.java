package io.atmoshub.cli.describe;

import io.atmoshub.stacks.Processing;
import java.util.HashSet;
import java.util.List;
import picocli.CommandLine.Option;

/// How far values are worked out before they are shown.
public final class ProcessingOptions {
    @Option(
            names = "--process-templates",
            arity = "0..1",
            defaultValue = "true",
            fallbackValue = "true",
            paramLabel = "true|false",
            description = "Whether Go templates are rendered (true).")
    private boolean templates;

    @Option(
            names = "--process-functions",
            arity = "0..1",
            defaultValue = "true",
            fallbackValue = "true",
            paramLabel = "true|false",
            description = "Whether YAML functions are run (true).")
    private boolean functions;

    @Option(
            names = "--skip",
            split = ",",
            paramLabel = "FUNCTION",
            description = "Functions to leave as they are, such as terraform.output.")
    private List<String> skipped = List.of();

    public Processing processing() {
        return new Processing(templates, functions, new HashSet<>(skipped));
    }
}
