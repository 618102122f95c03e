package io.atmoshub.gotemplate;

import io.atmoshub.gotemplate.Token.Kind;
import java.util.List;

/// The words of a template and how far they are read.
final class Words {

    private final List<Token> tokens;
    private int next;

    Words(Source source) {
        this.tokens = Lexer.tokens(source);
    }

    Token peek() {
        return tokens.get(next);
    }

    Token next() {
        var token = tokens.get(next);
        if (next < tokens.size() - 1) {
            next++;
        }
        return token;
    }

    Token peekPastSpace() {
        skipSpace();
        return peek();
    }

    Token nextPastSpace() {
        skipSpace();
        return next();
    }

    private void skipSpace() {
        while (peek().is(Kind.SPACE)) {
            next++;
        }
    }

    /// Whether the action that starts here starts with this keyword.
    boolean opens(String keyword) {
        if (!peek().is(Kind.OPEN)) {
            return false;
        }
        int i = next + 1;
        while (tokens.get(i).is(Kind.SPACE)) {
            i++;
        }
        return tokens.get(i).isKeyword(keyword);
    }

    /// How far, to come [back][#back] to.
    int mark() {
        return next;
    }

    void back(int mark) {
        next = mark;
    }
}
