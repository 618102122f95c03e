package io.atmoshub.cli.ai;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.hub.Credentials;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.client.HubOverHttp;
import io.atmoshub.hub.conversation.SessionExport;
import io.atmoshub.hub.conversation.SessionMarkdown;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `atmos ai sessions export`.
@Command(
        name = "export",
        description = "Writes a whole session as Markdown, or as JSON that can be imported again. Secrets are masked.",
        footer = {
            "",
            "Examples:",
            "  atmos ai sessions export last > zones.md",
            "  atmos ai sessions export 3f2a91c4 --json > zones.json"
        })
final class ExportSessionCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "SESSION", description = "Its id, the beginning of it, or \"last\".")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String reference;

    @Option(names = "--json", description = "Writes JSON, for atmos ai sessions import.")
    private boolean json;

    ExportSessionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (HubOverHttp hub = Credentials.of(terminal.environment()).hub()) {
            SessionExport export = hub.conversations()
                    .export(new SessionPlace(hub, terminal.folder())
                            .existing(reference)
                            .id());
            if (json) {
                terminal.out().json(export);
            } else {
                terminal.out().text(SessionMarkdown.of(export));
            }
        }
        return Atmos.DONE;
    }
}
