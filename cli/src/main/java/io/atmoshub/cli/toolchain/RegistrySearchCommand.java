package io.atmoshub.cli.toolchain;

import io.atmoshub.cli.GlobalOptions;
import io.atmoshub.cli.terminal.Terminal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `atmos toolchain registry search`.
@Command(
        name = "search",
        description = "Finds tools in one registry, or in all.",
        footer = {
            "",
            "Examples:",
            "  atmos toolchain registry search kubectl",
            "  atmos toolchain registry search policy --registry builtin --json"
        })
final class RegistrySearchCommand extends ToolchainAction {
    @Parameters(paramLabel = "WORD", arity = "1..*", description = "All of these have to be there.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private List<String> words;

    @Option(names = "--registry", paramLabel = "NAME", description = "Only in this one.")
    private @Nullable String registry;

    @Option(names = "--limit", defaultValue = "20", description = "How many at most (20).")
    private int limit;

    RegistrySearchCommand(Terminal terminal, GlobalOptions options) {
        super(terminal, options);
    }

    @Override
    int run(Toolbox box) {
        return SearchCommand.show(this, box, words, registry, limit);
    }
}
