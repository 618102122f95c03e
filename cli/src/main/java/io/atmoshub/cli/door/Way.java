package io.atmoshub.cli.door;

import java.nio.file.Path;
import java.util.Optional;

/// Who answers a command.
public sealed interface Way {
    /// It is one of ours.
    ///
    /// @param pinned whether another Atmos was asked for, or may have been
    record Ours(boolean pinned) implements Way {}

    /// The Atmos that is asked for; it may still have to be installed.
    record Pinned(AtmosPin pin) implements Way {}

    /// The next one on the PATH.
    ///
    /// @param pin when it is asked for in a way that only Atmos itself knows how to follow
    record Next(Path program, Optional<AtmosPin> pin) implements Way {}

    /// There is no Atmos here.
    record Nobody(String what, String hint) implements Way {}
}
