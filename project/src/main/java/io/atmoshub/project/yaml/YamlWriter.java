package io.atmoshub.project.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Prints plain values or [YamlNode]s as Go's yaml.v3 does: block style, indented by two, quotes only where needed,
/// texts of several lines as blocks.
public final class YamlWriter {
    private final StringBuilder out = new StringBuilder();
    private final Predicate<Object> sorted;

    private YamlWriter(Predicate<Object> sorted) {
        this.sorted = sorted;
    }

    /// Keys in the order they have.
    public static String write(@Nullable Object value) {
        return writeSorted(value, map -> false);
    }

    /// Keys in the order in which Go prints a map, at every level.
    public static String writeSorted(@Nullable Object value) {
        return writeSorted(value, map -> true);
    }

    /// @param sorted which maps have their keys sorted
    public static String writeSorted(@Nullable Object value, Predicate<Object> sorted) {
        YamlWriter writer = new YamlWriter(sorted);
        Object plain = plain(value);
        if (!writer.block(plain, 0, true)) {
            writer.single(plain, 0, false);
            writer.out.append('\n');
        }
        return writer.out.toString();
    }

    /// A single value as it stands after `key: ` in a mapping that is indented by `indent` blanks.
    public static String scalar(@Nullable Object value, int indent) {
        YamlWriter writer = new YamlWriter(map -> false);
        writer.single(value, indent, false);
        return writer.out.toString();
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case YamlNode.Scalar scalar -> scalar.tag().isEmpty() ? scalar.value() : scalar.tag() + " " + scalar.text();
            case YamlNode.Sequence sequence -> sequence.items();
            case null, default -> value;
        };
    }

    /// Writes what takes lines of its own; anything else is left to the caller.
    ///
    /// @param started the first line is already indented: it stands after a dash, or at the very beginning
    private boolean block(@Nullable Object plain, int indent, boolean started) {
        switch (plain) {
            case YamlMapping mapping
            when !mapping.isEmpty() -> {
                boolean first = started;
                for (YamlMapping.Entry entry : mapping.entries(sorted.test(mapping))) {
                    field(entry.key(), entry.value(), indent, first);
                    first = false;
                }
            }
            case Map<?, ?> map
            when !map.isEmpty() -> {
                boolean first = started;
                for (Map.Entry<?, ?> entry : entries(map)) {
                    field(entry.getKey(), entry.getValue(), indent, first);
                    first = false;
                }
            }
            case List<?> list
            when !list.isEmpty() -> {
                boolean first = started;
                for (Object item : list) {
                    item(item, indent, first);
                    first = false;
                }
            }
            case null, default -> {
                return false;
            }
        }
        return true;
    }

    private List<Map.Entry<?, ?>> entries(Map<?, ?> map) {
        List<Map.Entry<?, ?>> entries = new ArrayList<>(map.entrySet());
        if (sorted.test(map)) {
            entries.sort((left, right) ->
                    KeyOrder.AS_GO.compare(String.valueOf(left.getKey()), String.valueOf(right.getKey())));
        }
        return entries;
    }

    private void field(@Nullable Object key, @Nullable Object value, int indent, boolean started) {
        if (!started) {
            blanks(indent);
        }
        single(key, indent, true);
        Object plain = plain(value);
        int before = out.append(":\n").length();
        if (!block(plain, indent + 2, false)) {
            out.setCharAt(before - 1, ' ');
            single(plain, indent, false);
            out.append('\n');
        }
    }

    private void item(@Nullable Object item, int indent, boolean started) {
        if (!started) {
            blanks(indent);
        }
        out.append("- ");
        Object plain = plain(item);
        if (!block(plain, indent + 2, true)) {
            single(plain, indent, false);
            out.append('\n');
        }
    }

    private void single(@Nullable Object value, int indent, boolean key) {
        switch (value) {
            case null -> out.append("null");
            case String text -> text(text, indent, key);
            case Double number -> out.append(GoFloat.text(number));
            case Float number -> out.append(GoFloat.text(number));
            case Map<?, ?> empty -> out.append("{}");
            case YamlMapping empty -> out.append("{}");
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
