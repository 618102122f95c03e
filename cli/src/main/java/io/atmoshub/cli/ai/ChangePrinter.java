package io.atmoshub.cli.ai;

import io.atmoshub.cli.terminal.Screen;
import io.atmoshub.hub.session.FileChange;
import java.util.List;

/// Shows how a file changes: the lines that go, those that come, and a few around them.
record ChangePrinter(Screen screen) {
    private static final int MOST_LINES = 60;
    private static final int CONTEXT = 2;

    void print(FileChange change) {
        List<String> after = change.after().lines().toList();
        String text = change.before();
        List<String> before = text == null ? List.of() : text.lines().toList();
        int same = 0;
        while (same < Math.min(before.size(), after.size()) && before.get(same).equals(after.get(same))) {
            same++;
        }
        int sameEnd = 0;
        while (sameEnd < Math.min(before.size(), after.size()) - same
                && before.get(before.size() - 1 - sameEnd).equals(after.get(after.size() - 1 - sameEnd))) {
            sameEnd++;
        }
        screen.line((text == null ? "New file " : "Changes ") + change.path());
        lines(" ", before.subList(Math.max(0, same - CONTEXT), same), Screen.Style.FAINT);
        lines("-", before.subList(same, before.size() - sameEnd), Screen.Style.BAD);
        lines("+", after.subList(same, after.size() - sameEnd), Screen.Style.GOOD);
        int tail = after.size() - sameEnd;
        lines(" ", after.subList(tail, Math.min(after.size(), tail + CONTEXT)), Screen.Style.FAINT);
    }

    private void lines(String sign, List<String> lines, Screen.Style style) {
        lines.stream().limit(MOST_LINES).forEach(line -> screen.line(style, sign + " " + line));
        if (lines.size() > MOST_LINES) {
            screen.line("  … and %,d more lines".formatted(lines.size() - MOST_LINES));
        }
    }
}
