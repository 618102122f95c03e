package io.atmoshub.project.yaml;

import io.atmoshub.project.yaml.YamlNode.Scalar;
import io.atmoshub.project.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.List;

/// Reads for [InlineYaml] lists and mappings in brackets, as long as they end on their line.
final class FlowYaml {
    private static final int DEEPEST = 50;

    private final String file;
    private final LineCursor at;
    private final String text;
    private final QuotedText quotes;

    FlowYaml(String file, LineCursor at, QuotedText quotes) {
        this.file = file;
        this.at = at;
        this.text = at.text();
        this.quotes = quotes;
    }

    /// The collection whose bracket is here.
    YamlNode collection() {
        return flow(0);
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
            boolean quoted = quotes.isHere();
            String key = quoted ? quotes.read() : flowWord();
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
        if (quotes.isHere()) {
            String quoted = quotes.read();
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
}
