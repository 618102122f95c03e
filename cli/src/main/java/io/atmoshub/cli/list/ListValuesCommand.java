package io.atmoshub.cli.list;

import io.atmoshub.cli.GlobalOptions;
import io.atmoshub.cli.terminal.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `atmos list values`.
@Command(
        name = "values",
        description = "Lists the values of a component in every stack, side by side.",
        footer = {"", "Examples:", "  atmos list values vpc", "  atmos list values vpc --query .vars.tags --format json"
        })
final class ListValuesCommand extends ValuesTable {
    @Parameters(paramLabel = "COMPONENT", description = "Its name.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String component;

    @Option(
            names = {"-q", "--query"},
            paramLabel = "EXPRESSION",
            description = "Which of its values; its vars, if not given.")
    private @Nullable String query;

    ListValuesCommand(Terminal terminal, GlobalOptions options) {
        super(terminal, options);
    }

    @Override
    protected @Nullable String component() {
        return component;
    }

    @Override
    protected String query() {
        return query == null ? ".vars" : query;
    }
}
