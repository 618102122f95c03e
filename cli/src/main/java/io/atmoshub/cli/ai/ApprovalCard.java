package io.atmoshub.cli.ai;

import io.atmoshub.cli.terminal.Keys;
import io.atmoshub.cli.terminal.Screen;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.hub.session.Choice;
import io.atmoshub.hub.session.FileChange;
import io.atmoshub.hub.session.Happening;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Asks the person at the keyboard whether a call may run.
record ApprovalCard(Terminal terminal) {
    /// Empty when somebody else answered, or the person would rather leave it open.
    Optional<Choice> ask(Happening.ApprovalAsked asked, BooleanSupplier open) {
        Screen screen = terminal.err();
        screen.line("");
        screen.line(Screen.Style.BOLD, "The assistant asks: " + asked.words());
        FileChange change = asked.change();
        if (change != null) {
            new ChangePrinter(screen).print(change);
        }
        screen.line(Screen.Style.FAINT, "Why: %s. Who may answer: %s".formatted(asked.rule(), asked.whoMayAnswer()));
        boolean always = !asked.alwaysRule().isBlank();
        if (always) {
            screen.line(Screen.Style.FAINT, "\"Always\" would add, for your own questions: " + asked.alwaysRule());
        }
        screen.text(
                Screen.Style.BOLD,
                always ? "[a] Allow once  [w] Allow always  [d] Deny  " : "[a] Allow once  [d] Deny  ");
        Optional<Choice> choice = choice(open, always);
        screen.line(choice.map(c -> switch (c) {
                    case ALLOW_ONCE -> "Allowed once.";
                    case ALLOW_ALWAYS -> "Allowed always.";
                    case DENY -> "Denied.";
                })
                .orElse(""));
        return choice;
    }

    private Optional<Choice> choice(BooleanSupplier open, boolean always) {
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
                    if (always) {
                        return Optional.of(Choice.ALLOW_ALWAYS);
                    }
                }
                case 'd' -> {
                    return Optional.of(Choice.DENY);
                }
                default -> {}
            }
        }
    }
}
