package io.atmoshub.cli.ai;

import io.atmoshub.assistant.memory.MemoryTemplate;
import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.Failure;
import io.atmoshub.cli.GlobalOptions;
import io.atmoshub.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `atmos ai memory init`.
@Command(
        name = "init",
        description = "Starts the project memory from a template; one that is there stays as it is.",
        footer = {"", "Examples:", "  atmos ai memory init", "  atmos --chdir infra ai memory init"})
final class InitMemoryCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final GlobalOptions options;

    InitMemoryCommand(Terminal terminal, GlobalOptions options) {
        this.terminal = terminal;
        this.options = options;
    }

    @Override
    public Integer call() {
        MemoryPlace place = MemoryPlace.of(terminal, options);
        if (place.read().isPresent()) {
            throw Failure.of(
                    "There is a %s already.".formatted(place.settings().file()),
                    "Change it with: atmos ai memory edit");
        }
        place.write(null, MemoryTemplate.of(place.settings().sections()));
        terminal.out().line(place.file().toString());
        terminal.err().line("Started. Fill it in with: atmos ai memory edit");
        return Atmos.DONE;
    }
}
