package io.atmoshub.project.yaml;

/// How a text is written so that it reads back as the same text: the choice that Go's yaml.v3 makes.
enum TextStyle {
    PLAIN,
    SINGLE,
    DOUBLE,
    BLOCK;

    /// Of texts that begin with a letter, `false` is the longest that means something else, and the others begin with
    /// one of these: null, true, false, yes, on, off.
    private static final String MEANINGS = "nNtTfFyYoO";

    private static final int LONGEST_MEANING = 5;

    /// Signs that mean nothing to YAML wherever they stand in a text.
    private static final boolean[] WORD = new boolean[128];

    static {
        for (char c = 0; c < WORD.length; c++) {
            WORD[c] = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || "_-./".indexOf(c) >= 0;
        }
    }

    /// The same for a key, which stands on one line.
    TextStyle ofKey() {
        return this == BLOCK ? DOUBLE : this;
    }

    static TextStyle of(String text) {
        if (isWord(text)) {
            return PLAIN;
        }
        if (YamlScalars.needsQuotes(text)) {
            return DOUBLE;
        }
        boolean lines = false;
        boolean indicator = startsLikeSyntax(text);
        boolean escapes = false;
        boolean tab = false;
        boolean blankThenBreak = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char before = i == 0 ? '\0' : text.charAt(i - 1);
            switch (c) {
                case '\n' -> {
                    lines = true;
                    blankThenBreak |= before == ' ';
                }
                case '\t' -> tab = true;
                case ':' -> indicator |= i + 1 == text.length() || isBlank(text.charAt(i + 1));
                case '#' -> indicator |= i > 0 && isBlank(before);
                default -> escapes |= !isPrintable(c);
            }
        }
        boolean trailingBlank = text.endsWith(" ");
        if (lines) {
            return escapes || trailingBlank || blankThenBreak ? DOUBLE : BLOCK;
        }
        if (tab || escapes) {
            return DOUBLE;
        }
        return indicator || trailingBlank || text.startsWith(" ") ? SINGLE : PLAIN;
    }

    /// Most texts are words that could mean nothing else, which is quickly seen.
    private static boolean isWord(String text) {
        char first = text.isEmpty() ? ' ' : text.charAt(0);
        boolean meant = text.length() <= LONGEST_MEANING && MEANINGS.indexOf(first) >= 0;
        if (meant || !KeyOrder.isLetter(first)) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= WORD.length || !WORD[c]) {
                return false;
            }
        }
        return true;
    }

    static void appendEscaped(StringBuilder out, String text) {
        out.append('"');
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case 0 -> out.append("\\0");
                case 0x07 -> out.append("\\a");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case 0x0B -> out.append("\\v");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                case 0x1B -> out.append("\\e");
                default -> {
                    if (c < 0x10000 && isPrintable((char) c)) {
                        out.append((char) c);
                    } else {
                        String form = c < 0x100 ? "\\x%02X" : c < 0x10000 ? "\\u%04X" : "\\U%08X";
                        out.append(form.formatted(c));
                    }
                }
            }
        });
        out.append('"');
    }

    private static boolean startsLikeSyntax(String text) {
        char first = text.charAt(0);
        if ("#,[]{}&*!|>'\"%@`".indexOf(first) >= 0 || text.startsWith("---") || text.startsWith("...")) {
            return true;
        }
        boolean alone = text.length() == 1 || isBlank(text.charAt(1));
        return alone && "-?:".indexOf(first) >= 0;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    /// Letters beyond the basic plane, emoji for one, are escaped by yaml.v3 too.
    private static boolean isPrintable(char c) {
        if (c < 0xA0) {
            return c >= 0x20 && c <= 0x7E;
        }
        return !Character.isSurrogate(c) && c < 0xFFFE && c != 0xFEFF && c != 0x2028 && c != 0x2029;
    }
}
