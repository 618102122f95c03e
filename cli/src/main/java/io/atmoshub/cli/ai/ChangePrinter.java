package io.atmoshub.cli.ai;

import io.atmoshub.cli.terminal.Screen;
import io.atmoshub.hub.session.FileChange;
import io.atmoshub.hub.text.LineDiff;
import java.util.List;

/// Shows how a file changes: the lines that go, those that come, and a few around them.
record ChangePrinter(Screen screen) {
    private static final int MOST_LINES = 120;
    private static final int CONTEXT = 2;

    void print(FileChange change) {
        String before = change.before();
        screen.line((before == null ? "New file " : "Changes ") + change.path());
        List<LineDiff.Line> lines =
                LineDiff.between(before == null ? "" : before, change.after()).around(CONTEXT);
        lines.stream().limit(MOST_LINES).forEach(this::print);
        if (lines.size() > MOST_LINES) {
            screen.line("  … and %,d more lines".formatted(lines.size() - MOST_LINES));
        }
    }

    private void print(LineDiff.Line line) {
        switch (line.kind()) {
            case SAME -> screen.line(Screen.Style.FAINT, "  " + line.text());
            case REMOVED -> screen.line(Screen.Style.BAD, "- " + line.text());
            case ADDED -> screen.line(Screen.Style.GOOD, "+ " + line.text());
            case GAP -> screen.line(Screen.Style.FAINT, "  …");
        }
    }
}
