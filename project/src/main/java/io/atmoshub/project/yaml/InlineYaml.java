package io.atmoshub.project.yaml;

import io.atmoshub.project.yaml.YamlNode.Scalar;
import io.atmoshub.project.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.List;

/// Reads for [PlainYaml] what stands in one line: keys, values, flow collections.
final class InlineYaml {
    private static final int DEEPEST = 50;

    private final String file;
    private final LineCursor at;
    private final String text;

    InlineYaml(String file, LineCursor at) {
        this.file = file;
        this.at = at;
        this.text = at.text();
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
            int close = closing(i);
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
                ? quoted()
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
                        String quoted = quoted();
                        yield new Scalar(origin, "", quoted, quoted);
                    }
                    case '[', '{' -> flow(0);
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
        String value = at.is('"') || at.is('\'') ? quoted() : plainText();
        at.nextLine();
        return new Scalar(origin, tag, value, value);
    }

    private YamlNode flow(int depth) {
        if (depth > DEEPEST) {
            throw LineCursor.notPlain();
        }
        return at.is('[') ? flowSequence(depth) : flowMapping(depth);
    }

    private YamlNode flowSequence(int depth) {
        Origin origin = at.origin(file);
        List<YamlNode> items = new ArrayList<>();
        at.skip(1);
        at.blanks();
        while (!at.is(']')) {
            items.add(flowValue(depth));
            separator(']');
        }
        at.skip(1);
        return new Sequence(origin, "", items);
    }

    private YamlNode flowMapping(int depth) {
        YamlMapping.Builder mapping = YamlMapping.builder(at.origin(file));
        at.skip(1);
        at.blanks();
        while (!at.is('}')) {
            Origin place = at.origin(file);
            boolean quoted = at.is('"') || at.is('\'');
            String key = quoted ? quoted() : flowWord();
            boolean colon = at.is(':') && (quoted || at.isBreakOrBlank(at.position() + 1));
            if (!colon || key.equals("<<") || mapping.has(key)) {
                throw LineCursor.notPlain();
            }
            at.skip(1);
            at.blanks();
            mapping.put(key, place, flowValue(depth));
            separator('}');
        }
        at.skip(1);
        return mapping.build();
    }

    private void separator(char close) {
        at.blanks();
        if (at.is(',')) {
            at.skip(1);
            at.blanks();
        } else if (!at.is(close)) {
            throw LineCursor.notPlain();
        }
    }

    private YamlNode flowValue(int depth) {
        Origin origin = at.origin(file);
        if (at.is('[') || at.is('{')) {
            return flow(depth + 1);
        }
        if (at.is('"') || at.is('\'')) {
            String quoted = quoted();
            return new Scalar(origin, "", quoted, quoted);
        }
        String word = flowWord();
        if (at.is(':')) {
            throw LineCursor.notPlain();
        }
        return new Scalar(origin, "", word, YamlScalars.meaning(word));
    }

    /// A word between brackets: up to a comma, a bracket, or a colon with a blank behind it.
    private String flowWord() {
        int start = at.position();
        int i = start;
        int end = start;
        for (; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ',' || c == ']' || c == '}') {
                break;
            }
            if (c == ':') {
                char next = i + 1 < text.length() ? text.charAt(i + 1) : '\n';
                if (next == ' ' || next == '\n') {
                    break;
                }
                if (next == ',' || next == ']' || next == '}' || next == '[' || next == '{') {
                    throw LineCursor.notPlain();
                }
            }
            boolean first = i == start && "-?:|>&*%@`#!\"'".indexOf(c) >= 0 && !isNumberSign(c, i);
            if (first || c == '[' || c == '{' || c == '\n' || (c == '#' && text.charAt(i - 1) == ' ')) {
                throw LineCursor.notPlain();
            }
            end = c == ' ' ? end : i + 1;
        }
        if (end == start || i >= text.length()) {
            throw LineCursor.notPlain();
        }
        at.moveTo(i);
        return text.substring(start, end);
    }

    private boolean isNumberSign(char c, int i) {
        return c == '-' && i + 1 < text.length() && Character.isDigit(text.charAt(i + 1));
    }

    /// The closing quote's place.
    private int closing(int open) {
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

    private String quoted() {
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
