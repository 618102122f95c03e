package io.atmoshub.gotemplate;

/// Where a word of an action ends, by the rules of Go's `text/template/parse`.
final class WordEnds {
    private final Source source;
    private final String text;
    private final String close;

    WordEnds(Source source) {
        this.source = source;
        this.text = source.text();
        this.close = source.options().close();
    }

    /// Behind the blanks that begin at a place; the one before a closing delimiter with a dash belongs to that.
    int space(int from) {
        int at = from;
        while (at < text.length() && isSpace(text.charAt(at)) && !isTrimmedClose(at)) {
            at++;
        }
        return at;
    }

    /// @param from where the word begins, with its dot or dollar sign
    /// @param name where its name begins
    int name(int from, int name) {
        int at = name;
        while (at < text.length() && isWordPart(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        if (!isTerminator(at)) {
            throw source.wrong(
                    at,
                    "\"" + Character.toString(text.codePointAt(at)) + "\" can't stand right behind \""
                            + text.substring(from, at) + "\".");
        }
        return at;
    }

    int number(int from) {
        boolean hex = text.startsWith("0x", from) || text.startsWith("0X", from);
        int at = from + 1;
        while (at < text.length()) {
            char c = text.charAt(at);
            char before = text.charAt(at - 1);
            boolean sign = (c == '+' || c == '-')
                    && (before == 'p' || before == 'P' || (!hex && (before == 'e' || before == 'E')));
            if (!sign && c != '.' && !isWordPart(text.codePointAt(at))) {
                break;
            }
            at++;
        }
        return at;
    }

    /// @param what it is, for messages
    int quoted(int from, String what) {
        char quote = text.charAt(from);
        int at = from + 1;
        while (at < text.length() && text.charAt(at) != '\n') {
            char c = text.charAt(at++);
            if (c == quote) {
                return at;
            }
            if (c == '\\' && at < text.length() && text.charAt(at) != '\n') {
                at++;
            }
        }
        throw source.wrong(from, "this " + what + " is never closed: a " + quote + " is missing.");
    }

    int raw(int from) {
        int end = text.indexOf('`', from + 1);
        if (end < 0) {
            throw source.wrong(from, "this raw string is never closed: \"`\" is missing.");
        }
        return end + 1;
    }

    /// Whether a closing delimiter begins here that takes the space behind it away: a blank, a dash, the delimiter.
    boolean isTrimmedClose(int at) {
        return at < text.length()
                && isSpace(text.charAt(at))
                && text.startsWith("-", at + 1)
                && text.startsWith(close, at + 2);
    }

    private boolean isTerminator(int at) {
        if (at >= text.length()) {
            return true;
        }
        char c = text.charAt(at);
        return isSpace(c) || ".,|:()".indexOf(c) >= 0 || text.startsWith(close, at);
    }

    static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isWordPart(int c) {
        return c == '_' || Character.isLetterOrDigit(c);
    }
}
