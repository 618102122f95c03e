package io.atmoshub.assistant.builtin;

import io.atmoshub.assistant.model.Turn;
import io.atmoshub.assistant.model.WantedCall;
import io.atmoshub.hub.session.CallId;
import io.atmoshub.hub.session.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What has been looked up for a question so far. A reply asks for what it needs; what is not there yet is
/// remembered and becomes the next calls.
final class Looks {
    private static final Pattern NUMBERED = Pattern.compile(" *(\\d+) {2}(.*)");
    private static final Pattern FOUND = Pattern.compile("(.+?):(\\d+): (.*)");

    /// A line of a file.
    record Line(String path, int number, String text) {
        String reference() {
            return "`%s:%d`".formatted(path, number);
        }
    }

    /// What a tool said.
    record Seen(Outcome outcome, String output) {
        boolean ok() {
            return outcome == Outcome.OK;
        }

        /// Paths of a list.
        List<String> paths() {
            return !ok()
                    ? List.of()
                    : output.lines()
                            .filter(line -> !line.startsWith("… ") && !line.equals("No file fits."))
                            .toList();
        }

        /// Lines that a search found.
        List<Line> found() {
            List<Line> lines = new ArrayList<>();
            for (String line : ok() ? output.lines().toList() : List.<String>of()) {
                Matcher parts = FOUND.matcher(line);
                if (parts.matches()) {
                    lines.add(new Line(parts.group(1), Integer.parseInt(parts.group(2)), parts.group(3)));
                }
            }
            return lines;
        }

        /// Lines of a file that was read.
        List<Line> read(String path) {
            List<Line> lines = new ArrayList<>();
            for (String line : ok() ? output.lines().skip(1).toList() : List.<String>of()) {
                Matcher parts = NUMBERED.matcher(line);
                if (parts.matches()) {
                    lines.add(new Line(path, Integer.parseInt(parts.group(1)), parts.group(2)));
                }
            }
            return lines;
        }

        boolean cut() {
            return output.lines().anyMatch(line -> line.startsWith("… "));
        }
    }

    private record Key(String tool, Map<String, Object> arguments) {}

    private final Map<Key, Seen> seen = new HashMap<>();
    private final List<WantedCall> missing = new ArrayList<>();

    Looks(List<Turn> since) {
        Map<CallId, Key> calls = new HashMap<>();
        for (Turn turn : since) {
            if (turn instanceof Turn.Called(var call)) {
                calls.put(call.id(), new Key(call.tool(), call.arguments()));
            } else if (turn instanceof Turn.Returned(var id, var outcome, var output) && calls.containsKey(id)) {
                seen.put(calls.get(id), new Seen(outcome, output));
            }
        }
    }

    /// Empty: not known yet, and asked for.
    Optional<Seen> call(String tool, Map<String, Object> arguments) {
        Seen known = seen.get(new Key(tool, arguments));
        if (known == null) {
            WantedCall wanted = new WantedCall(tool, arguments);
            if (!missing.contains(wanted)) {
                missing.add(wanted);
            }
        }
        return Optional.ofNullable(known);
    }

    Optional<Seen> list(String glob) {
        return call("file_list", Map.of("glob", glob));
    }

    Optional<Seen> listAll() {
        return call("file_list", Map.of());
    }

    Optional<Seen> read(String path) {
        return call("file_read", Map.of("path", path));
    }

    Optional<Seen> search(String text) {
        return call("file_search", Map.of("text", text));
    }

    List<WantedCall> missing() {
        return List.copyOf(missing);
    }
}
