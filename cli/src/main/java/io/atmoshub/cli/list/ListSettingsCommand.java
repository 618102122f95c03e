package io.atmoshub.cli.list;

import io.atmoshub.cli.GlobalOptions;
import io.atmoshub.cli.terminal.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `atmos list settings`.
@Command(
        name = "settings",
        description = "Lists the settings of a component, or of all, in every stack.",
        footer = {"", "Examples:", "  atmos list settings", "  atmos list settings vpc --query .settings.spacelift"})
final class ListSettingsCommand extends ValuesTable {
    @Parameters(paramLabel = "COMPONENT", arity = "0..1", description = "Its name; all, if not given.")
    private @Nullable String component;

    @Option(
            names = {"-q", "--query"},
            paramLabel = "EXPRESSION",
            description = "Which of them.")
    private @Nullable String query;

    ListSettingsCommand(Terminal terminal, GlobalOptions options) {
        super(terminal, options);
    }

    @Override
    protected @Nullable String component() {
        return component;
    }

    @Override
    protected String query() {
        return query == null ? ".settings" : query;
    }
}
