package io.atmoshub.cli.ai;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.hub.Credentials;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.client.HubOverHttp;
import io.atmoshub.hub.session.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `atmos ai sessions delete`.
@Command(
        name = "delete",
        aliases = "rm",
        description = "Deletes a session for good; its run is stopped.",
        footer = {"", "Examples:", "  atmos ai sessions delete 3f2a91c4", "  atmos ai sessions delete last --yes"})
final class DeleteSessionCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "SESSION", description = "Its id, the beginning of it, or \"last\".")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String reference;

    @Option(
            names = {"-y", "--yes"},
            description = "Does not ask.")
    private boolean yes;

    DeleteSessionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (!yes && !terminal.interactive()) {
            throw new ParameterException(spec.commandLine(), "Nobody is here to be asked: add --yes to delete.");
        }
        try (HubOverHttp hub = Credentials.of(terminal.environment()).hub()) {
            Session session = new SessionPlace(hub, terminal.folder()).existing(reference);
            if (!yes) {
                terminal.err().text("Delete \"%s\" for good? [y/N] ".formatted(session.name()));
                int key = terminal.keys().next(() -> true);
                terminal.err().line("");
                if (key != 'y' && key != 'Y') {
                    terminal.err().line("Nothing was deleted.");
                    return Atmos.FAILED;
                }
            }
            hub.sessions().delete(session.id());
            terminal.err().line("Deleted \"%s\".".formatted(session.name()));
        }
        return Atmos.DONE;
    }
}
