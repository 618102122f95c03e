package io.atmoshub.cli.toolchain;

import io.atmoshub.cli.GlobalOptions;
import io.atmoshub.cli.terminal.Terminal;
import java.util.List;
import java.util.concurrent.Callable;
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
final class RegistrySearchCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final GlobalOptions options;

    @Parameters(paramLabel = "WORD", arity = "1..*", description = "All of these have to be there.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private List<String> words;

    @Option(names = "--registry", paramLabel = "NAME", description = "Only in this one.")
    private @Nullable String registry;

    @Option(names = "--limit", defaultValue = "20", description = "How many at most (20).")
    private int limit;

    @Option(names = "--offline", description = "Asks no network; looks only into what is here.")
    private boolean offline;

    @Option(names = "--json", description = "Shows them as JSON.")
    private boolean json;

    RegistrySearchCommand(Terminal terminal, GlobalOptions options) {
        this.terminal = terminal;
        this.options = options;
    }

    @Override
    public Integer call() {
        return SearchCommand.show(terminal, options, String.join(" ", words), registry, limit, offline, json);
    }
}
