package io.atmoshub.cli.ai;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.hub.Credentials;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.client.HubOverHttp;
import io.atmoshub.hub.change.ChangedFile;
import io.atmoshub.hub.session.Session;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `atmos ai changes discard`.
@Command(
        name = "discard",
        description = "Makes a session forget what it wrote.",
        footer = {
            "",
            "Examples:",
            "  atmos ai changes discard last",
            "  atmos ai changes discard 3f2a91c4 docs/notes.md --yes"
        })
final class DiscardChangesCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ChosenChanges chosen = new ChosenChanges();

    DiscardChangesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (HubOverHttp hub = Credentials.of(terminal.environment()).hub()) {
            Session session = chosen.session(hub, terminal);
            List<ChangedFile> files = chosen.of(hub.changes().of(session.id()));
            if (!chosen.confirmed(
                    terminal, files, "Discard what the session wrote in %s?".formatted(ChosenChanges.counted(files)))) {
                return Atmos.FAILED;
            }
            hub.changes()
                    .discard(
                            session.id(), files.stream().map(ChangedFile::shown).toList());
            terminal.err().line("Discarded %s.".formatted(ChosenChanges.counted(files)));
        }
        return Atmos.DONE;
    }
}
