package io.atmoshub.cli.ai;

import io.atmoshub.assistant.memory.MemoryTemplate;
import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.GlobalOptions;
import io.atmoshub.cli.terminal.Terminal;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `atmos ai memory edit`.
@Command(
        name = "edit",
        description =
                "Opens the project memory in your editor (VISUAL or EDITOR, else vi), a new one from the template.",
        footer = {"", "Examples:", "  atmos ai memory edit", "  EDITOR=\"code --wait\" atmos ai memory edit"})
final class EditMemoryCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final GlobalOptions options;

    EditMemoryCommand(Terminal terminal, GlobalOptions options) {
        this.terminal = terminal;
        this.options = options;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        MemoryPlace place = MemoryPlace.of(terminal, options);
        Optional<String> before = place.settings().createIfMissing() ? place.read() : Optional.of(place.existing());
        if (before.isEmpty()) {
            place.write(null, MemoryTemplate.of(place.settings().sections()));
        }
        int code = place.editor(place.file());
        if (code == Atmos.DONE) {
            terminal.err()
                    .line(
                            before.equals(place.read())
                                    ? "Nothing was changed."
                                    : "%s is as you left it."
                                            .formatted(place.settings().file()));
        }
        return code;
    }
}
