package io.atmoshub.gotemplate;

import io.atmoshub.gotemplate.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/// Cuts a template into words, by the rules of Go's `text/template/parse`.
final class Lexer {

    private final Source source;
    private final String text;
    private final String open;
    private final String close;
    private final List<Token> tokens = new ArrayList<>(64);
    private int at;
    private int parens;
    private int actionStart;

    private Lexer(Source source) {
        this.source = source;
        this.text = source.text();
        this.open = source.options().open();
        this.close = source.options().close();
    }

    static List<Token> tokens(Source source) {
        var lexer = new Lexer(source);
        lexer.readText();
        return lexer.tokens;
    }

    private void readText() {
        boolean trimLeft = false;
        while (true) {
            int next = text.indexOf(open, at);
            int end = next < 0 ? text.length() : next;
            int inside = end + open.length();
            boolean trimRight = next >= 0
                    && inside + 1 < text.length()
                    && text.charAt(inside) == '-'
                    && isSpace(text.charAt(inside + 1));
            addText(at, end, trimLeft, trimRight);
            if (next < 0) {
                add(Kind.END, text.length(), text.length());
                return;
            }
            actionStart = next;
            at = trimRight ? inside + 1 : inside;
            int afterSpace = trimRight ? skipSpace(at) : at;
            trimLeft = text.startsWith("/*", afterSpace) ? readComment(afterSpace) : readAction(next);
        }
    }

    private void addText(int from, int to, boolean trimLeft, boolean trimRight) {
        int start = trimLeft ? Math.min(skipSpace(from), to) : from;
        int end = to;
        while (trimRight && end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        if (start < end) {
            add(Kind.TEXT, start, end);
        }
    }

    /// Both read up to behind the closing delimiter and say whether the text that follows loses its leading space.
    private boolean readComment(int start) {
        int end = text.indexOf("*/", start + 2);
        if (end < 0) {
            throw source.wrong(actionStart, "this comment is never closed: \"*/\" is missing.");
        }
        at = end + 2;
        boolean trim = atTrimmedClose();
        int closing = trim ? at + 2 : at;
        if (!text.startsWith(close, closing)) {
            throw source.wrong(
                    actionStart, "a comment must be alone in its action: \"*/\" right before \"" + close + "\".");
        }
        at = closing + close.length();
        return trim;
    }

    private boolean readAction(int start) {
        add(Kind.OPEN, start, at);
        parens = 0;
        while (true) {
            boolean trim = atTrimmedClose();
            if (trim || text.startsWith(close, at)) {
                if (parens > 0) {
                    throw source.wrong(at, "a parenthesis is never closed.");
                }
                int closing = trim ? at + 2 : at;
                add(Kind.CLOSE, closing, closing + close.length());
                at = closing + close.length();
                return trim;
            }
            readWord();
        }
    }

    private void readWord() {
        if (at >= text.length()) {
            throw source.wrong(actionStart, "this action is never closed: \"" + close + "\" is missing.");
        }
        int from = at;
        char c = text.charAt(at);
        if (isSpace(c)) {
            while (at < text.length() && isSpace(text.charAt(at)) && !atTrimmedClose()) {
                at++;
            }
            add(Kind.SPACE, from, at);
            return;
        }
        at++;
        switch (c) {
            case '=' -> add(Kind.ASSIGN, from, at);
            case ',' -> add(Kind.COMMA, from, at);
            case '|' -> add(Kind.PIPE, from, at);
            case '(' -> {
                parens++;
                add(Kind.OPEN_PAREN, from, at);
            }
            case ')' -> {
                if (--parens < 0) {
                    throw source.wrong(from, "a closing parenthesis too many.");
                }
                add(Kind.CLOSE_PAREN, from, at);
            }
            case ':' -> {
                if (!text.startsWith("=", at)) {
                    throw source.wrong(from, "\":\" stands only in \":=\".");
                }
                at++;
                add(Kind.DECLARE, from, at);
            }
            case '"' -> readQuoted(from, '"', Kind.STRING, "string");
            case '\'' -> readQuoted(from, '\'', Kind.CHARACTER, "character constant");
            case '`' -> {
                int end = text.indexOf('`', at);
                if (end < 0) {
                    throw source.wrong(from, "this raw string is never closed: \"`\" is missing.");
                }
                at = end + 1;
                add(Kind.RAW_STRING, from, at);
            }
            case '$' -> readName(from, Kind.VARIABLE);
            case '.' -> {
                if (at < text.length() && isDigit(text.charAt(at))) {
                    readNumber(from);
                } else {
                    readName(from, Kind.FIELD);
                }
            }
            default -> readOther(from, c);
        }
    }

    private void readOther(int from, char c) {
        if (isDigit(c) || c == '+' || c == '-') {
            readNumber(from);
        } else if (isWordPart(text.codePointAt(from))) {
            readName(from, Kind.IDENTIFIER);
        } else if (c > ' ' && c < 127) {
            add(Kind.OTHER, from, at);
        } else {
            throw source.wrong(
                    from,
                    "the character \"" + Character.toString(text.codePointAt(from)) + "\" can't stand in an action.");
        }
    }

    private void readName(int from, Kind kind) {
        if (kind == Kind.IDENTIFIER) {
            at = from;
        }
        int start = at;
        while (at < text.length() && isWordPart(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        if (!atTerminator()) {
            throw source.wrong(
                    at,
                    "\"" + Character.toString(text.codePointAt(at)) + "\" can't stand right behind \""
                            + text.substring(from, at) + "\".");
        }
        if (kind != Kind.IDENTIFIER) {
            add(kind == Kind.FIELD && start == at ? Kind.DOT : kind, from, at);
        } else {
            tokens.add(Token.word(from, text.substring(from, at)));
        }
    }

    private void readNumber(int from) {
        while (at < text.length()) {
            char c = text.charAt(at);
            char before = text.charAt(at - 1);
            boolean hex = text.startsWith("0x", from) || text.startsWith("0X", from);
            boolean sign = (c == '+' || c == '-')
                    && (before == 'p' || before == 'P' || (!hex && (before == 'e' || before == 'E')));
            if (!sign && c != '.' && !isWordPart(text.codePointAt(at))) {
                break;
            }
            at++;
        }
        add(Kind.NUMBER, from, at);
    }

    private void readQuoted(int from, char quote, Kind kind, String what) {
        while (true) {
            if (at >= text.length() || text.charAt(at) == '\n') {
                throw source.wrong(from, "this " + what + " is never closed: a " + quote + " is missing.");
            }
            char c = text.charAt(at++);
            if (c == '\\' && at < text.length() && text.charAt(at) != '\n') {
                at++;
            } else if (c == quote) {
                add(kind, from, at);
                return;
            }
        }
    }

    private boolean atTerminator() {
        if (at >= text.length()) {
            return true;
        }
        char c = text.charAt(at);
        return isSpace(c) || ".,|:()".indexOf(c) >= 0 || text.startsWith(close, at);
    }

    private boolean atTrimmedClose() {
        return at < text.length()
                && isSpace(text.charAt(at))
                && text.startsWith("-", at + 1)
                && text.startsWith(close, at + 2);
    }

    private int skipSpace(int from) {
        int i = from;
        while (i < text.length() && isSpace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private void add(Kind kind, int from, int to) {
        tokens.add(new Token(kind, from, text.substring(from, to)));
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isWordPart(int c) {
        return c == '_' || Character.isLetterOrDigit(c);
    }
}
