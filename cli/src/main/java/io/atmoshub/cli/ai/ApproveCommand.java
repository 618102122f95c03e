package io.atmoshub.cli.ai;

import io.atmoshub.cli.hub.Credentials;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.client.HubOverHttp;
import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.conversation.Plan;
import io.atmoshub.hub.session.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `atmos ai approve`.
@Command(
        name = "approve",
        description = "Approves the plan that a session waits with, and shows the work on it.",
        footer = {"", "Examples:", "  atmos ai approve last", "  atmos ai approve 3f2a91c4 --json"})
final class ApproveCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "SESSION", description = "Its id, the beginning of it, or \"last\".")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String reference;

    @Option(names = "--json", description = "Shows the events of the work, one JSON object a line.")
    private boolean json;

    ApproveCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (HubOverHttp hub = Credentials.of(terminal.environment()).hub()) {
            Session session = new SessionPlace(hub, terminal.folder()).existing(reference);
            Plan plan = Plan.open(ShowSessionCommand.all(hub.sessions(), session.id()))
                    .orElseThrow(() -> new HubException(
                            ErrorCode.CONFLICT,
                            "The session \"%s\" waits with no plan.".formatted(session.name()),
                            "Ask for one with: atmos ai ask --session %s --plan \"…\"".formatted(reference)));
            return new HubAsk(terminal, hub, json).approve(session, plan);
        }
    }
}
