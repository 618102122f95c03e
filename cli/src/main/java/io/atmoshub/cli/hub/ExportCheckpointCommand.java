package io.atmoshub.cli.hub;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.client.HubOverHttp;
import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.audit.Checkpoint;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `atmos hub audit export-checkpoint`.
@Command(
        name = "export-checkpoint",
        description =
                "Writes the newest signed checkpoint as JSON. Kept elsewhere, it finds out a log that was replaced or cut off as a whole.",
        footer = {
            "",
            "Examples:",
            "  atmos hub audit export-checkpoint > checkpoint.json",
            "  atmos hub audit export-checkpoint | ssh vault 'cat > hub-checkpoint.json'"
        })
final class ExportCheckpointCommand implements Callable<Integer> {
    private final Terminal terminal;

    ExportCheckpointCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (HubOverHttp hub = Credentials.of(terminal.environment()).hub()) {
            List<Checkpoint> checkpoints = hub.audit().checkpoints();
            if (checkpoints.isEmpty()) {
                throw new HubException(
                        ErrorCode.NOT_FOUND,
                        "The hub has signed no checkpoint yet.",
                        "Try again in a minute: it signs one soon after something happened.");
            }
            terminal.out().json(checkpoints.getLast());
        }
        return Atmos.DONE;
    }
}
