package io.atmoshub.cli.ai;

import io.atmoshub.cli.terminal.Terminal;
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
        return chosen.decide(
                terminal,
                "Apply %s to the project?",
                (hub, session, files) -> hub.changes().apply(session.id(), files),
                "Applied %s to the project.");
    }
}
