package io.atmoshub.assistant.compaction;

import java.util.List;

/// A summary without a model: what was asked and done, a line each, as far as there is room; the rest is counted.
public final class Truncation {
    private static final int LONGEST = 6_000;

    private Truncation() {}

    public static String of(Compaction.Plan plan) {
        StringBuilder text = new StringBuilder("%d messages were left out.".formatted(plan.count()));
        plan.before()
                .ifPresent(before -> text.append("\n\nBefore them:\n\n")
                        .append(before.length() > LONGEST / 2 ? before.substring(0, LONGEST / 2) + "…" : before));
        text.append("\n\nIn them:\n");
        List<String> lines = plan.lines();
        int shown = 0;
        for (String line : lines) {
            if (text.length() + line.length() > LONGEST) {
                break;
            }
            text.append("\n- ").append(line);
            shown++;
        }
        if (shown < lines.size()) {
            text.append("\n- … and %d more lines".formatted(lines.size() - shown));
        }
        return text.toString();
    }
}
