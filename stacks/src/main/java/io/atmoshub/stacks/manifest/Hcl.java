package io.atmoshub.stacks.manifest;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads a file of Terraform variables: names with literal values, no blocks and nothing that has to be computed.
public final class Hcl {
    private static final int DEEPEST = 100;

    private final String text;
    private int at;

    private Hcl(String text) {
        this.text = text;
    }

    /// @throws IOException when something in it would have to be computed
    public static Map<String, @Nullable Object> read(String text) throws IOException {
        Hcl hcl = new Hcl(text);
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        hcl.blanks(true);
        while (hcl.at < text.length()) {
            hcl.entry(values, 0);
            hcl.blanks(true);
        }
        return values;
    }

    private void entry(Map<String, @Nullable Object> into, int depth) throws IOException {
        String name = peek() == '"' ? quoted() : word();
        blanks(false);
        if (peek() != '=' && peek() != ':') {
            throw unexpected();
        }
        at++;
        blanks(true);
        into.put(name, value(depth + 1));
    }

    private @Nullable Object value(int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new IOException("it is nested deeper than %d levels".formatted(DEEPEST));
        }
        return switch (peek()) {
            case '"' -> quoted();
            case '[' -> list(depth);
            case '{' -> map(depth);
            case '<' -> heredoc();
            default -> literal();
        };
    }

    private List<@Nullable Object> list(int depth) throws IOException {
        List<@Nullable Object> items = new ArrayList<>();
        at++;
        for (blanks(true); peek() != ']'; blanks(true)) {
            items.add(value(depth + 1));
            blanks(true);
            if (peek() == ',') {
                at++;
            } else if (peek() != ']') {
                throw unexpected();
            }
        }
        at++;
        return items;
    }

    private Map<String, @Nullable Object> map(int depth) throws IOException {
        Map<String, @Nullable Object> entries = new LinkedHashMap<>();
        at++;
        for (blanks(true); peek() != '}'; blanks(true)) {
            entry(entries, depth);
            blanks(false);
            if (peek() == ',') {
                at++;
            }
        }
        at++;
        return entries;
    }

    private @Nullable Object literal() throws IOException {
        String word = word();
        return switch (word) {
            case "true" -> true;
            case "false" -> false;
            case "null" -> null;
            default -> number(word);
        };
    }

    private Object number(String word) throws IOException {
        try {
            BigDecimal number = new BigDecimal(word);
            boolean whole = word.length() < 19 && word.chars().allMatch(c -> c == '-' || Character.isDigit(c));
            return whole ? (Object) number.longValueExact() : number.doubleValue();
        } catch (NumberFormatException e) {
            throw new IOException("\"%s\" in line %d would have to be computed".formatted(word, line()), e);
        }
    }

    private String word() throws IOException {
        int start = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "_-.+".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        if (at == start) {
            throw unexpected();
        }
        return text.substring(start, at);
    }

    private String quoted() throws IOException {
        StringBuilder value = new StringBuilder();
        at++;
        while (peek() != '"') {
            char c = text.charAt(at++);
            if (c == '\\') {
                char escaped = text.charAt(Math.min(at++, text.length() - 1));
                value.append(
                        switch (escaped) {
                            case 'n' -> '\n';
                            case 't' -> '\t';
                            case 'r' -> '\r';
                            default -> escaped;
                        });
            } else if (c == '\n' || (c == '$' && peek() == '{')) {
                throw unexpected();
            } else {
                value.append(c);
            }
        }
        at++;
        return value.toString();
    }

    private String heredoc() throws IOException {
        boolean indented = text.startsWith("<<-", at);
        at += indented ? 3 : 2;
        String end = word();
        int start = text.indexOf('\n', at) + 1;
        StringBuilder lines = new StringBuilder();
        for (int line = start; line > 0 && line < text.length(); ) {
            int stop = text.indexOf('\n', line);
            String content = text.substring(line, stop < 0 ? text.length() : stop);
            if (content.strip().equals(end)) {
                at = line + content.length();
                return indented && !lines.isEmpty()
                        ? lines.substring(0, lines.length() - 1).stripIndent() + "\n"
                        : lines.toString();
            }
            lines.append(content).append('\n');
            line = stop < 0 ? text.length() : stop + 1;
        }
        throw new IOException("the text that begins with <<%s never ends".formatted(end));
    }

    private void blanks(boolean lines) throws IOException {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == ' ' || c == '\t' || c == '\r' || (lines && c == '\n')) {
                at++;
            } else if (c == '#' || text.startsWith("//", at)) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at);
                if (end < 0) {
                    throw new IOException("a comment never ends");
                }
                at = end + 2;
            } else {
                return;
            }
        }
    }

    private char peek() throws IOException {
        if (at >= text.length()) {
            throw new IOException("the file ends in the middle of a value");
        }
        return text.charAt(at);
    }

    private IOException unexpected() {
        String here = at < text.length() ? "\"" + text.charAt(at) + "\"" : "the end";
        return new IOException("%s in line %d is not understood".formatted(here, line()));
    }

    private long line() {
        return text.substring(0, Math.min(at, text.length())).lines().count();
    }
}
