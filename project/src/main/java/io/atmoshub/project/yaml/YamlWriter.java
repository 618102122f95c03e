package io.atmoshub.project.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Prints plain values or [YamlNode]s as Go's yaml.v3 does: block style, indented by two, quotes only where needed,
/// texts of several lines as blocks.
public final class YamlWriter {
    private final StringBuilder out;
    private final boolean sorted;

    private YamlWriter(StringBuilder out, boolean sorted) {
        this.out = out;
        this.sorted = sorted;
    }

    /// Keys in the order they have.
    public static String write(@Nullable Object value) {
        StringBuilder out = new StringBuilder();
        new YamlWriter(out, false).root(value);
        return out.toString();
    }

    /// Keys in the order in which Go prints a map, at every level.
    public static String writeSorted(@Nullable Object value) {
        StringBuilder out = new StringBuilder();
        new YamlWriter(out, true).root(value);
        return out.toString();
    }

    /// A single value as it stands after `key: ` in a mapping that is indented by `indent` blanks.
    public static String scalar(@Nullable Object value, int indent) {
        StringBuilder out = new StringBuilder();
        new YamlWriter(out, false).single(value, indent, false);
        return out.toString();
    }

    private void root(@Nullable Object value) {
        Object plain = plain(value);
        switch (plain) {
            case Map<?, ?> map when !map.isEmpty() -> mapping(map, 0, false);
            case List<?> list when !list.isEmpty() -> sequence(list, 0, false);
            case null, default -> {
                single(plain, 0, false);
                out.append('\n');
            }
        }
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case YamlNode.Scalar scalar -> scalar.tag().isEmpty() ? scalar.value() : scalar.tag() + " " + scalar.text();
            case YamlNode.Sequence sequence -> sequence.items();
            case YamlMapping mapping -> mapping.isEmpty() ? Map.of() : asMap(mapping);
            case null, default -> value;
        };
    }

    private static Map<String, Object> asMap(YamlMapping mapping) {
        Map<String, Object> map = LinkedHashMap.newLinkedHashMap(mapping.size());
        mapping.forEach(entry -> map.put(entry.key(), entry.value()));
        return map;
    }

    /// @param started the first line is already indented: it stands after a dash
    private void mapping(Map<?, ?> map, int indent, boolean started) {
        boolean first = started;
        for (Map.Entry<?, ?> entry : entries(map)) {
            if (!first) {
                blanks(indent);
            }
            first = false;
            single(entry.getKey(), indent, true);
            out.append(':');
            Object value = plain(entry.getValue());
            switch (value) {
                case Map<?, ?> inner
                when !inner.isEmpty() -> {
                    out.append('\n');
                    mapping(inner, indent + 2, false);
                }
                case List<?> list
                when !list.isEmpty() -> {
                    out.append('\n');
                    sequence(list, indent + 2, false);
                }
                case null, default -> {
                    out.append(' ');
                    single(value, indent, false);
                    out.append('\n');
                }
            }
        }
    }

    private List<Map.Entry<?, ?>> entries(Map<?, ?> map) {
        List<Map.Entry<?, ?>> entries = new ArrayList<>(map.entrySet());
        if (sorted) {
            entries.sort((left, right) ->
                    KeyOrder.AS_GO.compare(String.valueOf(left.getKey()), String.valueOf(right.getKey())));
        }
        return entries;
    }

    private void sequence(List<?> list, int indent, boolean started) {
        boolean first = started;
        for (Object item : list) {
            if (!first) {
                blanks(indent);
            }
            first = false;
            out.append("- ");
            Object value = plain(item);
            switch (value) {
                case Map<?, ?> map when !map.isEmpty() -> mapping(map, indent + 2, true);
                case List<?> inner when !inner.isEmpty() -> sequence(inner, indent + 2, true);
                case null, default -> {
                    single(value, indent, false);
                    out.append('\n');
                }
            }
        }
    }

    private void single(@Nullable Object value, int indent, boolean key) {
        switch (value) {
            case null -> out.append("null");
            case String text -> text(text, indent, key);
            case Double number -> out.append(GoFloat.text(number));
            case Float number -> out.append(GoFloat.text(number));
            case Map<?, ?> empty -> out.append("{}");
            case List<?> empty -> out.append("[]");
            case Number number -> out.append(number);
            case Boolean flag -> out.append(flag);
            default -> text(value.toString(), indent, key);
        }
    }

    private void text(String text, int indent, boolean key) {
        switch (TextStyle.of(text, key)) {
            case PLAIN -> out.append(text);
            case SINGLE -> out.append('\'').append(text.replace("'", "''")).append('\'');
            case DOUBLE -> TextStyle.appendEscaped(out, text);
            case BLOCK -> block(text, indent + 2);
        }
    }

    private void block(String text, int indent) {
        out.append('|');
        char first = text.charAt(0);
        if (first == ' ' || first == '\n') {
            out.append('2');
        }
        if (!text.endsWith("\n")) {
            out.append('-');
        } else if (text.length() == 1 || text.charAt(text.length() - 2) == '\n') {
            out.append('+');
        }
        String body = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        int start = 0;
        while (start <= body.length()) {
            int end = body.indexOf('\n', start);
            end = end < 0 ? body.length() : end;
            out.append('\n');
            if (end > start) {
                blanks(indent);
                out.append(body, start, end);
            }
            start = end + 1;
        }
    }

    private void blanks(int count) {
        out.repeat(' ', count);
    }
}
