package io.atmoshub.toolchain.version;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Cuts an [Expression] into words.
final class ExpressionLexer {
    /// A word, or the text or number that it stands for. The last token is an empty word.
    record Token(String text, @Nullable Object literal, int column) {}

    private static final int LONGEST = 20_000;
    private static final List<String> SIGNS = List.of(
            "==", "!=", "<=", ">=", "&&", "||", "<", ">", "!", "(", ")", "[", "]", "{", "}", ",", ";", "=", "#", "?",
            ":", "+");

    private final String text;
    private int at;

    ExpressionLexer(String text) {
        if (text.length() > LONGEST) {
            throw new ExpressionException("it has more than %,d characters".formatted(LONGEST));
        }
        this.text = text;
    }

    List<Token> tokens() {
        var tokens = new ArrayList<Token>();
        while (true) {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            if (at == text.length()) {
                // Two, so that whoever looks one ahead finds something.
                tokens.add(new Token("", null, at + 1));
                tokens.add(new Token("", null, at + 1));
                return tokens;
            }
            tokens.add(token());
        }
    }

    private Token token() {
        int start = at;
        char first = text.charAt(at);
        if (first == '"' || first == '\'' || first == '`') {
            return new Token("", quoted(first), start + 1);
        }
        if (Character.isDigit(first)) {
            while (at < text.length() && Character.isDigit(text.charAt(at))) {
                at++;
            }
            String digits = text.substring(start, at);
            if (digits.length() > 18) {
                throw new ExpressionException("the number at column %d is too large".formatted(start + 1));
            }
            return new Token("", Long.valueOf(digits), start + 1);
        }
        if (Character.isLetter(first) || first == '_') {
            while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
                at++;
            }
            return new Token(text.substring(start, at), null, start + 1);
        }
        for (String sign : SIGNS) {
            if (text.startsWith(sign, at)) {
                at += sign.length();
                return new Token(sign, null, start + 1);
            }
        }
        throw new ExpressionException("\"%s\" at column %d means nothing here".formatted(first, start + 1));
    }

    private String quoted(char quote) {
        var value = new StringBuilder();
        int start = at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == quote) {
                return value.toString();
            }
            value.append(c == '\\' && quote != '`' && at < text.length() ? escaped(text.charAt(at++)) : c);
        }
        throw new ExpressionException("the text that begins at column %d never ends".formatted(start + 1));
    }

    private static char escaped(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case '\\', '"', '\'', '`' -> c;
            default -> throw new ExpressionException("\\%s means nothing in a text; write \\\\%s".formatted(c, c));
        };
    }
}
