package io.atmoshub.cli.terminal;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;

/// What a command has around it: results go to `out`, all else to `err`. `piped` says that standard input
/// is no keyboard; `interactive`, that a person sits there who sees what is shown and can press keys.
public record Terminal(
        Screen out,
        Screen err,
        InputStream in,
        boolean piped,
        boolean interactive,
        Keys keys,
        Interrupts interrupts,
        Map<String, String> environment,
        Path folder) {
    public Terminal {
        environment = Map.copyOf(environment);
    }
}
