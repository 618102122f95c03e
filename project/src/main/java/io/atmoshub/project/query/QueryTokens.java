package io.atmoshub.project.query;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The words and signs of an expression.
final class QueryTokens {
    enum Kind {
        DOT,
        SIGN,
        WORD,
        TEXT,
        NUMBER,
        END
    }

    private record Token(Kind kind, String text, int place, boolean blankBefore) {}

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    QueryTokens(String text) {
        this.text = text;
        int place = 0;
        while (true) {
            int start = place;
            while (place < text.length() && Character.isWhitespace(text.charAt(place))) {
                place++;
            }
            boolean blank = place > start;
            if (place == text.length()) {
                tokens.add(new Token(Kind.END, "", place, blank));
                return;
            }
            place = token(place, blank);
        }
    }

    private int token(int start, boolean blank) {
        char c = text.charAt(start);
        int end = start + 1;
        if (c == '"' || c == '\'') {
            var word = new StringBuilder();
            while (end < text.length() && text.charAt(end) != c) {
                if (text.charAt(end) == '\\' && end + 1 < text.length()) {
                    end++;
                }
                word.append(text.charAt(end++));
            }
            if (end == text.length()) {
                throw new QueryException("The quote at sign %d of \"%s\" is never closed.".formatted(start + 1, text));
            }
            tokens.add(new Token(Kind.TEXT, word.toString(), start, blank));
            return end + 1;
        }
        boolean afterDot = !tokens.isEmpty() && tokens.getLast().kind() == Kind.DOT && !blank;
        if (Character.isDigit(c) && !afterDot) {
            while (end < text.length() && (Character.isDigit(text.charAt(end)) || text.charAt(end) == '.')) {
                end++;
            }
            tokens.add(new Token(Kind.NUMBER, text.substring(start, end), start, blank));
            return end;
        }
        if (Character.isLetterOrDigit(c) || c == '_') {
            // In a path, names may have dashes and slashes: .settings.depends-on
            while (end < text.length() && partOfName(text.charAt(end), afterDot)) {
                end++;
            }
            tokens.add(new Token(Kind.WORD, text.substring(start, end), start, blank));
            return end;
        }
        for (String sign : List.of("..", "==", "!=", "<=", ">=", "//")) {
            if (text.startsWith(sign, start)) {
                tokens.add(new Token(sign.equals("..") ? Kind.DOT : Kind.SIGN, sign, start, blank));
                return start + sign.length();
            }
        }
        if ("|,()[]{}<>+-:?.".indexOf(c) < 0) {
            throw new QueryException("\"%s\" at sign %d of \"%s\" is not understood.".formatted(c, start + 1, text));
        }
        tokens.add(new Token(c == '.' ? Kind.DOT : Kind.SIGN, String.valueOf(c), start, blank));
        return end;
    }

    private static boolean partOfName(char c, boolean afterDot) {
        return Character.isLetterOrDigit(c) || c == '_' || (afterDot && (c == '-' || c == '/'));
    }

    Kind kind() {
        return tokens.get(at).kind();
    }

    boolean peek(Kind kind) {
        return kind() == kind;
    }

    boolean atEnd() {
        return kind() == Kind.END;
    }

    String next() {
        Token token = tokens.get(at);
        if (token.kind() == Kind.END) {
            throw unexpected();
        }
        at++;
        return token.text();
    }

    /// A sign, or one of the words that work like one.
    boolean take(String sign) {
        Token token = tokens.get(at);
        boolean here = token.text().equals(sign) && token.kind() != Kind.TEXT && token.kind() != Kind.END;
        if (here) {
            at++;
        }
        return here;
    }

    @Nullable
    String takeOne(List<String> signs) {
        for (String sign : signs) {
            if (take(sign)) {
                return sign;
            }
        }
        return null;
    }

    void expect(String sign) {
        if (!take(sign)) {
            throw new QueryException("\"%s\" is missing at sign %d of \"%s\"."
                    .formatted(sign, tokens.get(at).place() + 1, text));
        }
    }

    /// Whether this dot begins a key, or a bracket, and does not stand alone.
    boolean dotBeforeKey() {
        Token dot = tokens.get(at);
        Token next = tokens.get(at + 1);
        return dot.text().equals(".")
                && !next.blankBefore()
                && (next.kind() == Kind.WORD
                        || next.kind() == Kind.TEXT
                        || next.text().equals("["));
    }

    /// Whether a bracket belongs to what stands before it.
    boolean bracketHere() {
        Token token = tokens.get(at);
        return token.kind() == Kind.SIGN && token.text().equals("[") && !token.blankBefore();
    }

    int whole() {
        boolean minus = take("-");
        if (kind() != Kind.NUMBER || !(number(next()) instanceof Long value)) {
            throw new QueryException("A list is cut at whole numbers.");
        }
        return Math.toIntExact(minus ? -value : value);
    }

    static Object number(String text) {
        try {
            return text.indexOf('.') < 0 ? (Object) Long.valueOf(text) : Double.valueOf(text);
        } catch (NumberFormatException e) {
            throw new QueryException("\"%s\" is no number.".formatted(text));
        }
    }

    QueryException unexpected() {
        Token token = tokens.get(at);
        return token.kind() == Kind.END
                ? new QueryException("\"%s\" ends too early.".formatted(text))
                : new QueryException("\"%s\" at sign %d of \"%s\" is not understood."
                        .formatted(token.text(), token.place() + 1, text));
    }
}
