package io.atmoshub.cli.ai;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.hub.Credentials;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.client.HubOverHttp;
import io.atmoshub.hub.session.Session;
import io.atmoshub.hub.session.SessionName;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `atmos ai sessions rename`.
@Command(
        name = "rename",
        description = "Gives a session another name.",
        footer = {
            "",
            "Examples:",
            "  atmos ai sessions rename last Three zones",
            "  atmos ai sessions rename 3f2a91c4 \"Zones of prod\""
        })
final class RenameSessionCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "SESSION", description = "Its id, the beginning of it, or \"last\".")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String reference;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "NAME", description = "What it is called from now on.")
    private List<String> name = List.of();

    RenameSessionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        SessionName wanted = new SessionName(String.join(" ", name));
        try (HubOverHttp hub = Credentials.of(terminal.environment()).hub()) {
            Session session = new SessionPlace(hub, terminal.folder()).existing(reference);
            hub.sessions().rename(session.id(), wanted);
            terminal.err().line("\"%s\" is now \"%s\".".formatted(session.name(), wanted));
        }
        return Atmos.DONE;
    }
}
