package io.atmoshub.cli.mirror;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.hub.Credentials;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.client.HubOverHttp;
import io.atmoshub.hub.mirror.Recall;
import io.atmoshub.hub.mirror.RecallOrder;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `atmos hub mirror recall`.
@Command(
        name = "recall",
        description = "Recalls bytes by their SHA-256 (for admins): nobody gets them any more. Tells who took them.",
        footer = {
            "",
            "Examples:",
            "  atmos hub mirror recall 9f86d081…0f00a08 --reason \"Their build server was broken into.\"",
            "  atmos hub mirror recall --lift 9f86d081…0f00a08 --reason \"A false alarm.\""
        })
final class RecallCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "SHA256", description = "All 64 digits, as list --json and show have them.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String sha256;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why, in a sentence.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String reason;

    @Option(names = "--lift", description = "Gives them out again.")
    private boolean lift;

    @Option(names = "--json", description = "Shows the recall as JSON.")
    private boolean json;

    RecallCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (HubOverHttp hub = Credentials.of(terminal.environment()).hub()) {
            var order = new RecallOrder(sha256, reason);
            if (lift) {
                hub.mirror().liftRecall(order);
                terminal.err().line("sha256:%s is given out again.".formatted(order.sha256()));
                return Atmos.DONE;
            }
            Recall recall = hub.mirror().recall(order);
            if (json) {
                terminal.out().json(recall);
            } else {
                recall.downloads().forEach(one -> terminal.out().line(Words.of(one)));
                terminal.err()
                        .line("Nobody gets sha256:%s any more.%s"
                                .formatted(
                                        recall.sha256(),
                                        recall.downloads().isEmpty()
                                                ? " Nobody had taken it."
                                                : " Those who took it stand above."));
            }
        }
        return Atmos.DONE;
    }
}
