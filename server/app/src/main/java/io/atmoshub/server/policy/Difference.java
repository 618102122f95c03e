package io.atmoshub.server.policy;

import io.atmoshub.hub.text.LineDiff;
import java.util.List;
import java.util.stream.Collectors;

/// What changed from one text to another, for the audit log: the lines that went and came.
final class Difference {
    private static final int LONGEST = 4_000;

    private Difference() {}

    static String of(String before, String after) {
        List<LineDiff.Line> changes = LineDiff.between(before, after).changes();
        String difference = changes.isEmpty()
                ? "no line"
                : "from line %d\n".formatted(first(changes.getFirst()))
                        + changes.stream().map(Difference::row).collect(Collectors.joining());
        return difference.length() > LONGEST
                ? difference.substring(0, LONGEST) + "… the revisions have all of it"
                : difference;
    }

    private static int first(LineDiff.Line line) {
        return Math.max(line.before(), line.after());
    }

    private static String row(LineDiff.Line line) {
        return (line.kind() == LineDiff.Kind.ADDED ? "+ " : "- ") + line.text() + "\n";
    }
}
