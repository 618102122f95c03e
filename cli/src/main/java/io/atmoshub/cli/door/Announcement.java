package io.atmoshub.cli.door;

import io.atmoshub.cli.terminal.Screen;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.toolchain.Checksum;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Says, once for each folder and program, that another program answers: to a person at a terminal, never in CI.
///
/// @param cache where it is kept what was said already
record Announcement(Terminal terminal, Path cache) {
    void of(Path program, Optional<AtmosPin> pin) {
        boolean ci = !terminal.environment().getOrDefault("CI", "").isBlank();
        boolean quiet = "quiet".equals(terminal.environment().get(FrontDoor.SWITCH));
        if (!terminal.interactive() || ci || quiet || said(program)) {
            return;
        }
        terminal.err()
                .line(
                        Screen.Style.FAINT,
                        pin.map(asked -> "Atmos %s (%s) answers here: %s"
                                        .formatted(asked.version(), asked.from(), program))
                                .orElseGet(() -> "What is no command of ours is answered by %s".formatted(program)));
    }

    private boolean said(Path program) {
        String what =
                Checksum.sha256("%s %s".formatted(terminal.folder(), program)).hex();
        Path mark = cache.resolve("announced").resolve(what.substring(0, 16));
        if (Files.exists(mark)) {
            return true;
        }
        try {
            Files.createDirectories(cache.resolve("announced"));
            Files.writeString(mark, "");
        } catch (IOException e) {
            // Then it is said again next time.
            return false;
        }
        return false;
    }
}
