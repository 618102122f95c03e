package io.atmoshub.cli.list;

import io.atmoshub.cli.GlobalOptions;
import io.atmoshub.cli.terminal.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `atmos list vars`.
@Command(
        name = "vars",
        description = "Lists the variables of a component in every stack, side by side.",
        footer = {"", "Examples:", "  atmos list vars vpc", "  atmos list vars vpc -s 'platform-*' --format csv"})
final class ListVarsCommand extends ValuesTable {
    @Parameters(paramLabel = "COMPONENT", description = "Its name.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String component;

    ListVarsCommand(Terminal terminal, GlobalOptions options) {
        super(terminal, options);
    }

    @Override
    protected @Nullable String component() {
        return component;
    }

    @Override
    protected String query() {
        return ".vars";
    }
}
