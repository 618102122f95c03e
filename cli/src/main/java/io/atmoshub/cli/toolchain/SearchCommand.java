package io.atmoshub.cli.toolchain;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.GlobalOptions;
import io.atmoshub.cli.terminal.Terminal;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `atmos toolchain search`.
@Command(
        name = "search",
        description = "Finds tools by name, command and description.",
        footer = {
            "",
            "Examples:",
            "  atmos toolchain search kubernetes logs",
            "  atmos toolchain search terraform --limit 5 --json"
        })
final class SearchCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final GlobalOptions options;

    @Parameters(paramLabel = "WORD", arity = "1..*", description = "All of these have to be there.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private List<String> words;

    @Option(names = "--limit", defaultValue = "20", description = "How many at most (20).")
    private int limit;

    @Option(names = "--offline", description = "Asks no network; looks only into what is here.")
    private boolean offline;

    @Option(names = "--json", description = "Shows them as JSON.")
    private boolean json;

    SearchCommand(Terminal terminal, GlobalOptions options) {
        this.terminal = terminal;
        this.options = options;
    }

    @Override
    public Integer call() {
        return show(terminal, options, String.join(" ", words), null, limit, offline, json);
    }

    static int show(
            Terminal terminal,
            GlobalOptions options,
            String text,
            @Nullable String registry,
            int limit,
            boolean offline,
            boolean json) {
        try (ToolLookup lookup = ToolLookup.open(terminal, options, offline)) {
            List<FoundJson> found = lookup.catalog().registries().search(text).stream()
                    .filter(hit -> registry == null || hit.registry().equals(registry))
                    .limit(limit)
                    .map(hit -> new FoundJson(
                            hit.summary().name(),
                            hit.summary().description(),
                            hit.summary().aliases(),
                            hit.summary().commands().stream().sorted().toList(),
                            hit.registry()))
                    .toList();
            if (json) {
                terminal.out().json(found);
            } else {
                int width = found.stream()
                        .mapToInt(one -> one.name().length())
                        .max()
                        .orElse(0);
                found.forEach(one -> terminal.out()
                        .line(("%-" + Math.min(Math.max(width, 1), 40) + "s  %s")
                                .formatted(
                                        one.name(),
                                        one.description().lines().findFirst().orElse(""))
                                .stripTrailing()));
            }
            if (found.isEmpty()) {
                terminal.err().line("Nothing is called so. Fewer or other words find more.");
            }
        }
        return Atmos.DONE;
    }

    /// A tool as JSON.
    record FoundJson(String name, String description, List<String> aliases, List<String> commands, String registry) {}
}
