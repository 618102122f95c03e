package io.atmoshub.cli.mirror;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.hub.Credentials;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.client.HubOverHttp;
import io.atmoshub.hub.mirror.Recall;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `atmos hub mirror recalls`.
@Command(
        name = "recalls",
        description = "Lists the bytes that nobody gets any more, and who had taken them.",
        footer = {"", "Examples:", "  atmos hub mirror recalls", "  atmos hub mirror recalls --json"})
final class RecallsCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--json", description = "Shows them as JSON.")
    private boolean json;

    RecallsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (HubOverHttp hub = Credentials.of(terminal.environment()).hub()) {
            List<Recall> recalls = hub.mirror().recalls();
            if (json) {
                terminal.out().json(recalls);
            } else {
                recalls.forEach(this::show);
            }
            if (recalls.isEmpty()) {
                terminal.err().line("Nothing was recalled.");
            }
        }
        return Atmos.DONE;
    }

    private void show(Recall recall) {
        terminal.out()
                .line("sha256:%s  by %s on %s: %s"
                        .formatted(recall.sha256(), recall.by(), Words.at(recall.at()), recall.reason()));
        recall.downloads().forEach(one -> terminal.out().line("  " + Words.of(one)));
    }
}
