package io.atmoshub.cli.terminal;

/// Shows Markdown while it is still being written. On a terminal with colours headings and `**words**` are
/// bold, code has a colour and blocks of code are set in; elsewhere it stays as it is, for other programs.
public final class MarkdownPrinter {
    private final Screen screen;
    private final StringBuilder held = new StringBuilder();
    private boolean lineStart = true;
    private boolean heading;
    private boolean fenced;
    private boolean bold;
    private boolean code;

    public MarkdownPrinter(Screen screen) {
        this.screen = screen;
    }

    public void print(String piece) {
        if (!screen.coloured()) {
            screen.text(piece);
            return;
        }
        held.append(piece);
        while (step(false)) {}
    }

    /// Shows what was held back, and ends the line.
    public void end() {
        if (!screen.coloured()) {
            screen.line("");
            return;
        }
        while (step(true)) {}
        screen.end();
        heading = false;
        fenced = false;
        bold = false;
        code = false;
        lineStart = true;
        screen.line("");
    }

    /// Shows as much as can be decided on; false when it takes more text to go on.
    private boolean step(boolean last) {
        if (held.isEmpty()) {
            return false;
        }
        if (lineStart) {
            return beginLine(last);
        }
        char c = held.charAt(0);
        if (c == '\n') {
            endLine();
        } else if (fenced) {
            plain(untilNewline());
        } else if (c == '`') {
            held.deleteCharAt(0);
            code = !code;
            restyle();
        } else if (c == '*' && !code) {
            return star(last);
        } else {
            plain(untilSpecial());
        }
        return true;
    }

    /// A line's beginning decides on headings and fences: it is held until it is clear.
    private boolean beginLine(boolean last) {
        int end = held.indexOf("\n");
        String line = end < 0 ? held.toString() : held.substring(0, end);
        boolean mayBeFence =
                "```".startsWith(line.stripLeading()) || line.stripLeading().startsWith("```");
        boolean mayBeHeading = !fenced && line.matches("#{1,6}( .*)?");
        if (end < 0 && !last && (mayBeFence || line.matches("#{1,6}"))) {
            return false;
        }
        lineStart = false;
        if (line.stripLeading().startsWith("```")) {
            fenced = !fenced;
            held.delete(0, line.length() + (end < 0 ? 0 : 1));
            lineStart = end >= 0;
            return true;
        }
        if (mayBeHeading && line.contains(" ")) {
            heading = true;
            held.delete(0, line.indexOf(' ') + 1);
        }
        if (fenced) {
            screen.text("    ");
        }
        restyle();
        return true;
    }

    private void endLine() {
        held.deleteCharAt(0);
        screen.end();
        screen.line("");
        heading = false;
        code = false;
        bold = false;
        lineStart = true;
    }

    private boolean star(boolean last) {
        if (held.length() == 1 && !last) {
            return false;
        }
        if (held.length() > 1 && held.charAt(1) == '*') {
            held.delete(0, 2);
            bold = !bold;
            restyle();
        } else {
            plain(1);
        }
        return true;
    }

    private void plain(int length) {
        screen.text(held.substring(0, length));
        held.delete(0, length);
    }

    private int untilNewline() {
        int end = held.indexOf("\n");
        return end < 0 ? held.length() : end;
    }

    private int untilSpecial() {
        for (int i = 1; i < held.length(); i++) {
            if ("\n`*".indexOf(held.charAt(i)) >= 0) {
                return i;
            }
        }
        return held.length();
    }

    private void restyle() {
        screen.end();
        if (heading || bold) {
            screen.begin(Screen.Style.BOLD);
        }
        if (code || fenced) {
            screen.begin(Screen.Style.CODE);
        }
    }
}
