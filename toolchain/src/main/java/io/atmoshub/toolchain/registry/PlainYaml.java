package io.atmoshub.toolchain.registry;

import io.atmoshub.project.yaml.Origin;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the plain kind of YAML that registries are written in, several times faster than a parser of all of YAML:
/// block mappings and lists, words and quoted texts on one line, empty brackets. Says nothing when it meets anything
/// else, even if that is wrong YAML: then the real reader has its turn.
final class PlainYaml {
    private static final int DEEPEST = 40;
    /// What only a word of more than plain text begins with. With a hyphen it may, when no blank follows.
    private static final String SPECIAL = "?:,[]{}#&*!|>'\"%@`";

    private final String file;
    private final String text;
    private final int end;
    private int at;
    private int line;
    private int lineStart;
    private boolean lost;

    private PlainYaml(String file, String text, int from, int end, int line) {
        this.file = file;
        this.text = text;
        this.end = end;
        this.at = from;
        this.lineStart = from;
        this.line = line;
    }

    /// @param from where a line begins
    /// @param firstLine the number of that line
    static @Nullable YamlNode read(String file, String text, int from, int end, int firstLine) {
        var reader = new PlainYaml(file, text, from, end, firstLine);
        int indent = reader.nextContent();
        if (indent < 0) {
            return null;
        }
        YamlNode node = reader.block(indent, 0);
        return reader.lost || node == null || reader.nextContent() >= 0 ? null : node;
    }

    /// Goes to the first sign that is neither blank nor comment, and says in which column it is; -1 at the end.
    private int nextContent() {
        while (at < end) {
            char c = text.charAt(at);
            if (c == ' ') {
                at++;
            } else if (c == '\n') {
                newLine();
            } else if (c == '#') {
                skipLine();
            } else if (c == '\t' || c == '\r') {
                lost = true;
                return -1;
            } else {
                return at - lineStart;
            }
        }
        return -1;
    }

    private @Nullable YamlNode block(int indent, int depth) {
        return isDash() ? sequence(indent, depth) : mapping(indent, depth);
    }

    private @Nullable YamlNode sequence(int indent, int depth) {
        if (depth > DEEPEST) {
            lost = true;
            return null;
        }
        Origin origin = origin();
        var items = new ArrayList<YamlNode>();
        while (!lost && at < end && at - lineStart == indent && isDash()) {
            at++;
            int column = contentOnLine();
            YamlNode item = column < 0
                    ? below(indent + 1, depth)
                    : isDash() ? sequence(column, depth + 1) : key() >= 0 ? mapping(column, depth + 1) : scalar();
            if (item == null) {
                lost = true;
                return null;
            }
            items.add(item);
            if (nextContent() > indent) {
                lost = true;
            }
        }
        return lost ? null : new YamlNode.Sequence(origin, "", items);
    }

    private @Nullable YamlNode mapping(int indent, int depth) {
        if (depth > DEEPEST) {
            lost = true;
            return null;
        }
        YamlMapping.Builder mapping = YamlMapping.builder(origin());
        while (!lost && at < end && at - lineStart == indent && !isDash()) {
            int colon = key();
            if (colon < 0) {
                lost = true;
                return null;
            }
            Origin place = origin();
            String key = text.substring(at, colon);
            at = colon + 1;
            YamlNode value = contentOnLine() < 0 ? below(indent, depth) : scalar();
            if (value == null || mapping.has(key) || key.equals("<<")) {
                lost = true;
                return null;
            }
            mapping.put(key, place, value);
            if (nextContent() > indent) {
                lost = true;
            }
        }
        return lost ? null : mapping.build();
    }

    /// What stands on the lines below: deeper than its key, or a list as deep as it.
    private @Nullable YamlNode below(int indent, int depth) {
        Origin here = origin();
        int column = nextContent();
        if (column > indent || (column == indent && isDash())) {
            return block(column, depth + 1);
        }
        return lost ? null : new YamlNode.Scalar(here, "", "", null);
    }

    /// The rest of the line without blanks and comment: its column, or -1 when there is none.
    private int contentOnLine() {
        while (at < end && text.charAt(at) == ' ') {
            at++;
        }
        if (at < end && text.charAt(at) == '#' && text.charAt(at - 1) == ' ') {
            skipLine();
            return -1;
        }
        return at == end || text.charAt(at) == '\n' ? -1 : at - lineStart;
    }

    /// Where the colon is that ends the plain key here; -1 when this is no plain key.
    private int key() {
        int i = at;
        while (i < end) {
            char c = text.charAt(i);
            if (!Character.isLetterOrDigit(c) && c != '_' && c != '-' && c != '/' && c != '.') {
                break;
            }
            i++;
        }
        boolean colon = i > at
                && i < end
                && text.charAt(i) == ':'
                && (i + 1 == end || text.charAt(i + 1) == ' ' || text.charAt(i + 1) == '\n')
                && text.charAt(at) != '-';
        return colon ? i : -1;
    }

    private @Nullable YamlNode scalar() {
        Origin origin = origin();
        char first = text.charAt(at);
        if (first == '"' || first == '\'') {
            PlainQuote quote = PlainQuote.read(text, at, end);
            at = quote == null ? at : quote.next();
            return quote != null && restIsBlank()
                    ? new YamlNode.Scalar(origin, "", quote.value(), quote.value())
                    : null;
        }
        if (first == '[' && text.startsWith("[]", at)) {
            at += 2;
            return restIsBlank() ? new YamlNode.Sequence(origin, "", List.of()) : null;
        }
        if (first == '{' && text.startsWith("{}", at)) {
            at += 2;
            return restIsBlank() ? YamlMapping.empty(origin) : null;
        }
        if (SPECIAL.indexOf(first) >= 0 || isDash() || text.startsWith("---", at)) {
            return null;
        }
        int stop = at;
        while (stop < end && text.charAt(stop) != '\n') {
            char c = text.charAt(stop);
            boolean comment = c == '#' && text.charAt(stop - 1) == ' ';
            boolean colon = c == ':' && (stop + 1 == end || " \n".indexOf(text.charAt(stop + 1)) >= 0);
            if (colon || c == '\t' || c == '\r') {
                return null;
            }
            if (comment) {
                break;
            }
            stop++;
        }
        int last = stop;
        while (last > at && text.charAt(last - 1) == ' ') {
            last--;
        }
        String word = text.substring(at, last);
        at = stop;
        return restIsBlank() ? plain(origin, word) : null;
    }

    /// Numbers stay text: a registry has none, only versions that look so.
    private static @Nullable YamlNode plain(Origin origin, String word) {
        return switch (word) {
            case "true" -> new YamlNode.Scalar(origin, "", word, true);
            case "false" -> new YamlNode.Scalar(origin, "", word, false);
            case "True", "TRUE", "False", "FALSE", "null", "Null", "NULL", "~" -> null;
            default -> new YamlNode.Scalar(origin, "", word, word);
        };
    }

    private boolean restIsBlank() {
        return contentOnLine() < 0;
    }

    private boolean isDash() {
        return at < end
                && text.charAt(at) == '-'
                && (at + 1 == end || text.charAt(at + 1) == ' ' || text.charAt(at + 1) == '\n');
    }

    private void skipLine() {
        int next = text.indexOf('\n', at);
        at = next < 0 || next > end ? end : next;
    }

    private void newLine() {
        at++;
        line++;
        lineStart = at;
    }

    private Origin origin() {
        return new Origin(file, line, at - lineStart + 1);
    }
}
