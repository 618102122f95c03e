package io.atmoshub.cli.door;

import io.atmoshub.cli.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A call of a command that takes a component or a workflow: its words, and the few options that say which is meant.
/// What stands behind `--` is for another program.
final class Call {
    private static final List<String> KNOWN = List.of("-s", "--stack", "-f", "--file");

    private final List<String> plain = new ArrayList<>();
    private final Map<String, String> options = new HashMap<>();

    Call(List<String> arguments) {
        for (int i = 0; i < arguments.size() && !arguments.get(i).equals("--"); i++) {
            String argument = arguments.get(i);
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            if (!argument.startsWith("-")) {
                plain.add(argument);
            } else if (equals > 0) {
                options.put(name, argument.substring(equals + 1));
            } else if (i + 1 < arguments.size() && (KNOWN.contains(name) || Words.takesValue(name))) {
                options.put(name, arguments.get(++i));
            }
        }
    }

    List<String> plain() {
        return List.copyOf(plain);
    }

    Optional<String> option(String brief, String full) {
        return Optional.ofNullable(options.get(brief)).or(() -> Optional.ofNullable(options.get(full)));
    }
}
