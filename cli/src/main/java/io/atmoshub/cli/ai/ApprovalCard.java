package io.atmoshub.cli.ai;

import io.atmoshub.cli.terminal.Keys;
import io.atmoshub.cli.terminal.Screen;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.hub.session.Choice;
import io.atmoshub.hub.session.FileChange;
import io.atmoshub.hub.session.Happening;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Asks the person at the keyboard whether a call may run.
record ApprovalCard(Terminal terminal) {
    private static final int MOST_LINES = 60;
    private static final int CONTEXT = 2;

    /// Empty when somebody else answered, or the person would rather leave it open.
    Optional<Choice> ask(Happening.ApprovalAsked asked, BooleanSupplier open) {
        Screen screen = terminal.err();
        screen.line("");
        screen.line(Screen.Style.BOLD, "The assistant asks: " + asked.words());
        FileChange change = asked.change();
        if (change != null) {
            show(change);
        }
        screen.line(Screen.Style.FAINT, "Why: %s. Who may answer: %s".formatted(asked.rule(), asked.whoMayAnswer()));
        screen.line(Screen.Style.FAINT, "\"Always\" would add: " + asked.alwaysRule());
        screen.text(Screen.Style.BOLD, "[a] Allow once  [w] Allow always  [d] Deny  ");
        Optional<Choice> choice = choice(open);
        screen.line(choice.map(c -> switch (c) {
                    case ALLOW_ONCE -> "Allowed once.";
                    case ALLOW_ALWAYS -> "Allowed always.";
                    case DENY -> "Denied.";
                })
                .orElse(""));
        return choice;
    }

    private Optional<Choice> choice(BooleanSupplier open) {
        while (true) {
            int key = terminal.keys().next(open);
            if (key == Keys.NONE) {
                return Optional.empty();
            }
            switch (Character.toLowerCase(key)) {
                case 'a' -> {
                    return Optional.of(Choice.ALLOW_ONCE);
                }
                case 'w' -> {
                    return Optional.of(Choice.ALLOW_ALWAYS);
                }
                case 'd' -> {
                    return Optional.of(Choice.DENY);
                }
                default -> {}
            }
        }
    }

    private void show(FileChange change) {
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
        terminal.err().line((text == null ? "New file " : "Changes ") + change.path());
        lines(" ", before.subList(Math.max(0, same - CONTEXT), same), Screen.Style.FAINT);
        lines("-", before.subList(same, before.size() - sameEnd), Screen.Style.BAD);
        lines("+", after.subList(same, after.size() - sameEnd), Screen.Style.GOOD);
        int tail = after.size() - sameEnd;
        lines(" ", after.subList(tail, Math.min(after.size(), tail + CONTEXT)), Screen.Style.FAINT);
    }

    private void lines(String sign, List<String> lines, Screen.Style style) {
        lines.stream().limit(MOST_LINES).forEach(line -> terminal.err().line(style, sign + " " + line));
        if (lines.size() > MOST_LINES) {
            terminal.err().line("  … and %,d more lines".formatted(lines.size() - MOST_LINES));
        }
    }
}
