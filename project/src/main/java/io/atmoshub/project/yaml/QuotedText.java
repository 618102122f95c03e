package io.atmoshub.project.yaml;

/// Reads text in single or double quotes that ends on its line.
final class QuotedText {
    private final LineCursor at;
    private final String text;

    QuotedText(LineCursor at) {
        this.at = at;
        this.text = at.text();
    }

    boolean isHere() {
        return at.is('"') || at.is('\'');
    }

    /// The closing quote's place.
    int closing(int open) {
        char quote = text.charAt(open);
        int i = open + 1;
        while (i < text.length() && text.charAt(i) != '\n') {
            char c = text.charAt(i);
            boolean doubled = quote == '\'' && c == quote && i + 1 < text.length() && text.charAt(i + 1) == quote;
            if (c == quote && !doubled) {
                return i;
            }
            i += doubled || (c == '\\' && quote == '"') ? 2 : 1;
        }
        throw LineCursor.notPlain();
    }

    /// The text without its quotes; afterwards the cursor stands behind them.
    String read() {
        int open = at.position();
        int close = closing(open);
        at.moveTo(close + 1);
        String inside = text.substring(open + 1, close);
        if (text.charAt(open) == '\'') {
            return inside.indexOf('\'') < 0 ? inside : inside.replace("''", "'");
        }
        return inside.indexOf('\\') < 0 ? inside : unescaped(inside);
    }

    private static String unescaped(String inside) {
        StringBuilder value = new StringBuilder(inside.length());
        int i = 0;
        while (i < inside.length()) {
            char c = inside.charAt(i++);
            value.append(c == '\\' ? escape(i < inside.length() ? inside.charAt(i++) : ' ') : c);
        }
        return value.toString();
    }

    private static char escape(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case '"', '\\', '/' -> c;
            default -> throw LineCursor.notPlain();
        };
    }
}
