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

/// `atmos ai changes apply`.
@Command(
        name = "apply",
        description = "Writes a session's changes into the project's folder: all of them or none.",
        footer = {
            "",
            "Examples:",
            "  atmos ai changes apply last",
            "  atmos ai changes apply 3f2a91c4 stacks/catalog/vpc.yaml --yes"
        })
final class ApplyChangesCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ChosenChanges chosen = new ChosenChanges();

    ApplyChangesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (HubOverHttp hub = Credentials.of(terminal.environment()).hub()) {
            Session session = chosen.session(hub, terminal);
            List<ChangedFile> files = chosen.of(hub.changes().of(session.id()));
            if (!chosen.confirmed(
                    terminal, files, "Apply %s to the project?".formatted(ChosenChanges.counted(files)))) {
                return Atmos.FAILED;
            }
            hub.changes()
                    .apply(session.id(), files.stream().map(ChangedFile::shown).toList());
            terminal.err().line("Applied %s to \"%s\".".formatted(ChosenChanges.counted(files), session.projectName()));
        }
        return Atmos.DONE;
    }
}
