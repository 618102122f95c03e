package io.atmoshub.cli.door;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.Failure;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// How we came to be called: how often a call was handed over already, where to and by which process the last time, and
/// which programs turned out to lead back here. It travels in the environment: workflows and custom commands may call
/// `atmos` again, but nothing goes round in circles.
///
/// @param depth how often a call was handed over on the way here
/// @param process that became the last program
/// @param call what was asked then
/// @param to the last program
record Trail(int depth, long process, String call, String to, List<Path> back) {
    static final String TRAIL = "ATMOS_FRONT_DOOR_TRAIL";
    static final String BACK = "ATMOS_FRONT_DOOR_BACK";

    /// Deeper than any workflow in a workflow.
    private static final int DEEPEST = 16;

    Trail {
        back = List.copyOf(back);
    }

    static Trail of(Map<String, String> environment) {
        List<Path> back = Stream.of(environment.getOrDefault(BACK, "").split(File.pathSeparator))
                .filter(path -> path.startsWith(File.separator))
                .map(Path::of)
                .toList();
        String[] parts = environment.getOrDefault(TRAIL, "").split(" ", 4);
        return parts.length == 4 && parts[0].matches("\\d{1,4}") && parts[1].matches("\\d{1,18}")
                ? new Trail(Integer.parseInt(parts[0]), Long.parseLong(parts[1]), parts[2], parts[3], back)
                : new Trail(0, 0, "", "", back);
    }

    /// What is known now: a program that became us again in the very same process, or a script that asks us just what
    /// it was asked, only leads back.
    Trail arrived(long present, String asked) {
        boolean same = depth > 0
                && (process == present
                        || (call.equals(asked) && !Self.script(Path.of(to)).isEmpty()));
        if (!same || back.contains(Path.of(to))) {
            return this;
        }
        var all = new ArrayList<>(back);
        all.add(Path.of(to));
        return new Trail(depth, process, call, to, all);
    }

    /// The variables for a program that takes over.
    Map<String, String> next(Path program, long present, String asked) {
        if (depth >= DEEPEST) {
            throw new Failure(
                    "Error",
                    "atmos goes round in circles",
                    "It was handed over %d times, the last time to %s.".formatted(depth, to),
                    List.of("Look at what that program calls, or at the workflow or custom command that calls atmos."),
                    Atmos.FAILED);
        }
        if (back.contains(program)) {
            throw new Failure(
                    "Error",
                    "the Atmos that is asked for only leads back here",
                    "%s calls this command again.".formatted(program),
                    List.of("Install Atmos itself: atmos toolchain install atmos --reinstall"),
                    Atmos.FAILED);
        }
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put(TRAIL, "%d %d %s %s".formatted(depth + 1, present, asked, program));
        if (!back.isEmpty()) {
            variables.put(
                    BACK,
                    String.join(
                            File.pathSeparator,
                            back.stream().map(Path::toString).toList()));
        }
        return variables;
    }
}
