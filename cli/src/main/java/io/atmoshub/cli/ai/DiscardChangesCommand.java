package io.atmoshub.cli.ai;

import io.atmoshub.cli.terminal.Terminal;
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
        return chosen.decide(
                terminal,
                "Discard what the session wrote in %s?",
                (hub, session, files) -> hub.changes().discard(session.id(), files),
                "Discarded %s.");
    }
}
