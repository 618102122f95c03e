package io.atmoshub.gotemplate;

/// One word of a template: its kind, where it starts, and its text.
record Token(Kind kind, int at, String text) {

    enum Kind {
        TEXT,
        OPEN,
        CLOSE,
        SPACE,
        PIPE,
        DECLARE,
        ASSIGN,
        COMMA,
        OPEN_PAREN,
        CLOSE_PAREN,
        DOT,
        FIELD,
        VARIABLE,
        IDENTIFIER,
        KEYWORD,
        BOOL,
        NIL,
        STRING,
        RAW_STRING,
        NUMBER,
        CHARACTER,
        OTHER,
        END
    }

    /// A word of letters: a keyword, a literal, or the name of a function.
    static Token word(int at, String word) {
        return new Token(kindOf(word), at, word);
    }

    private static Kind kindOf(String word) {
        return switch (word) {
            case "block", "break", "continue", "define", "else", "end", "if", "range", "template", "with" ->
                Kind.KEYWORD;
            case "nil" -> Kind.NIL;
            case "true", "false" -> Kind.BOOL;
            default -> Kind.IDENTIFIER;
        };
    }

    boolean is(Kind other) {
        return kind == other;
    }

    boolean isKeyword(String word) {
        return kind == Kind.KEYWORD && text.equals(word);
    }

    String words() {
        return switch (kind) {
            case END -> "the end of the template";
            case CLOSE -> "the end of the action";
            case SPACE -> "a space";
            default -> "\"" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "\"";
        };
    }
}
