package io.atmoshub.cli.toolchain;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.GlobalOptions;
import io.atmoshub.cli.terminal.Terminal;
import java.util.List;
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
final class SearchCommand extends ToolchainAction {
    @Parameters(paramLabel = "WORD", arity = "1..*", description = "All of these have to be there.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private List<String> words;

    @Option(names = "--limit", defaultValue = "20", description = "How many at most (20).")
    private int limit;

    SearchCommand(Terminal terminal, GlobalOptions options) {
        super(terminal, options);
    }

    @Override
    int run(Toolbox box) {
        return show(this, box, words, null, limit);
    }

    /// @param registry the only one to look into
    static int show(ToolchainAction command, Toolbox box, List<String> words, @Nullable String registry, int limit) {
        List<FoundJson> found = box.catalog().registries().search(String.join(" ", words)).stream()
                .filter(hit -> registry == null || hit.registry().equals(registry))
                .limit(limit)
                .map(hit -> new FoundJson(
                        hit.summary().name(),
                        hit.summary().description(),
                        hit.summary().aliases(),
                        hit.summary().commands().stream().sorted().toList(),
                        hit.registry()))
                .toList();
        if (command.json()) {
            command.out().json(found);
        } else {
            int width =
                    found.stream().mapToInt(one -> one.name().length()).max().orElse(0);
            found.forEach(one -> command.out()
                    .line(("%-" + Math.min(Math.max(width, 1), 40) + "s  %s")
                            .formatted(
                                    one.name(),
                                    one.description().lines().findFirst().orElse(""))
                            .stripTrailing()));
        }
        if (found.isEmpty()) {
            command.err().line("Nothing is called so. Fewer or other words find more.");
        }
        return Atmos.DONE;
    }

    /// A tool as JSON.
    record FoundJson(String name, String description, List<String> aliases, List<String> commands, String registry) {}
}
