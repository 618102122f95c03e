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
    private final WordEnds words;
    private final List<Token> tokens = new ArrayList<>(64);
    private int at;
    private int parens;
    private int actionStart;

    private Lexer(Source source) {
        this.source = source;
        this.text = source.text();
        this.open = source.options().open();
        this.close = source.options().close();
        this.words = new WordEnds(source);
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
                    && WordEnds.isSpace(text.charAt(inside + 1));
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
        while (trimRight && end > start && WordEnds.isSpace(text.charAt(end - 1))) {
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
        boolean trim = words.isTrimmedClose(at);
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
            boolean trim = words.isTrimmedClose(at);
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
        if (WordEnds.isSpace(c)) {
            at = words.space(at);
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
            case '"' -> read(Kind.STRING, from, words.quoted(from, "string"));
            case '\'' -> read(Kind.CHARACTER, from, words.quoted(from, "character constant"));
            case '`' -> read(Kind.RAW_STRING, from, words.raw(from));
            case '$' -> readName(from, Kind.VARIABLE);
            case '.' -> {
                if (at < text.length() && WordEnds.isDigit(text.charAt(at))) {
                    read(Kind.NUMBER, from, words.number(from));
                } else {
                    readName(from, Kind.FIELD);
                }
            }
            default -> readOther(from, c);
        }
    }

    private void readOther(int from, char c) {
        if (WordEnds.isDigit(c) || c == '+' || c == '-') {
            read(Kind.NUMBER, from, words.number(from));
        } else if (WordEnds.isWordPart(text.codePointAt(from))) {
            at = words.name(from, from);
            tokens.add(Token.word(from, text.substring(from, at)));
        } else if (c > ' ' && c < 127) {
            add(Kind.OTHER, from, at);
        } else {
            throw source.wrong(
                    from,
                    "the character \"" + Character.toString(text.codePointAt(from)) + "\" can't stand in an action.");
        }
    }

    private void readName(int from, Kind kind) {
        at = words.name(from, from + 1);
        add(kind == Kind.FIELD && at == from + 1 ? Kind.DOT : kind, from, at);
    }

    private int skipSpace(int from) {
        int i = from;
        while (i < text.length() && WordEnds.isSpace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private void read(Kind kind, int from, int to) {
        at = to;
        add(kind, from, to);
    }

    private void add(Kind kind, int from, int to) {
        tokens.add(new Token(kind, from, text.substring(from, to)));
    }
}
