package io.atmoshub.project.yaml;

import io.atmoshub.project.yaml.YamlNode.Scalar;

/// Reads for [PlainYaml] what stands in one line: keys and values.
final class InlineYaml {
    private final String file;
    private final LineCursor at;
    private final String text;
    private final QuotedText quotes;
    private final FlowYaml brackets;

    InlineYaml(String file, LineCursor at) {
        this.file = file;
        this.at = at;
        this.text = at.text();
        this.quotes = new QuotedText(at);
        this.brackets = new FlowYaml(file, at, quotes);
    }

    /// Whether a key with its colon begins here.
    boolean isKey() {
        return keyEnd() >= 0;
    }

    /// Where the colon after the key stands, or -1.
    private int keyEnd() {
        int i = at.position();
        char first = text.charAt(i);
        if (first == '"' || first == '\'') {
            int close = quotes.closing(i);
            return close + 1 < text.length() && text.charAt(close + 1) == ':' && at.isBreakOrBlank(close + 2)
                    ? close + 1
                    : -1;
        }
        if (!startsKey(first)) {
            return -1;
        }
        for (; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ':' && at.isBreakOrBlank(i + 1)) {
                return i;
            }
            if (c == '\n' || (c == '#' && text.charAt(i - 1) == ' ')) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean startsKey(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '/' || c == '$' || c == '<';
    }

    /// The key; afterwards the cursor stands behind its colon.
    String key() {
        int end = keyEnd();
        if (end < 0 || end - at.position() > 1000) {
            throw LineCursor.notPlain();
        }
        char first = text.charAt(at.position());
        String key = first == '"' || first == '\''
                ? quotes.read()
                : text.substring(at.position(), end).stripTrailing();
        at.moveTo(end + 1);
        return key;
    }

    /// A value, and on to the next line.
    YamlNode value(int column) {
        Origin origin = at.origin(file);
        YamlNode value =
                switch (text.charAt(at.position())) {
                    case '"', '\'' -> {
                        String quoted = quotes.read();
                        yield new Scalar(origin, "", quoted, quoted);
                    }
                    case '[', '{' -> brackets.collection();
                    case '!' -> tagged(origin, column);
                    default -> plain(origin);
                };
        if (value.tag().isEmpty()) {
            at.nextLine();
        }
        return value;
    }

    private YamlNode plain(Origin origin) {
        String word = plainText();
        return new Scalar(origin, "", word, YamlScalars.meaning(word));
    }

    private String plainText() {
        int start = at.position();
        char first = text.charAt(start);
        boolean sign = first == '-' || first == '?' || first == ':';
        if (sign ? at.isBreakOrBlank(start + 1) : "|>&*%@`#,]}[{\"'!".indexOf(first) >= 0) {
            throw LineCursor.notPlain();
        }
        int i = start;
        int end = start;
        for (; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || (c == '#' && text.charAt(i - 1) == ' ')) {
                break;
            }
            if (c == ':' && at.isBreakOrBlank(i + 1)) {
                throw LineCursor.notPlain();
            }
            end = c == ' ' ? end : i + 1;
        }
        at.moveTo(end);
        return text.substring(start, end);
    }

    private YamlNode tagged(Origin origin, int column) {
        int start = at.position();
        int i = start + 1;
        while (i < text.length() && (Character.isLetterOrDigit(text.charAt(i)) || "_.-".indexOf(text.charAt(i)) >= 0)) {
            i++;
        }
        if (i == start + 1 || !at.isBreakOrBlank(i)) {
            throw LineCursor.notPlain();
        }
        String tag = text.substring(start, i);
        at.moveTo(i);
        at.blanks();
        if (at.isLineEnd()) {
            at.nextLine();
            if (!at.atEnd() && (at.column() > column || (at.column() == column && at.isDash()))) {
                throw LineCursor.notPlain();
            }
            return new Scalar(origin, tag, "", "");
        }
        String value = quotes.isHere() ? quotes.read() : plainText();
        at.nextLine();
        return new Scalar(origin, tag, value, value);
    }
}
