package io.atmoshub.project.yaml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Prints plain values or [YamlNode]s as Go's yaml.v3 does: block style, indented by two, quotes only where needed,
/// texts of several lines as blocks.
public final class YamlWriter {
    private final StringBuilder out = new StringBuilder();
    private final Predicate<Object> sorted;
    private final YamlMemory memory;

    private YamlWriter(Predicate<Object> sorted, YamlMemory memory) {
        this.sorted = sorted;
        this.memory = memory;
    }

    /// Keys in the order they have.
    public static String write(@Nullable Object value) {
        return writeSorted(value, map -> false, YamlMemory.ofOne());
    }

    /// Keys in the order in which Go prints a map, at every level.
    public static String writeSorted(@Nullable Object value) {
        return writeSorted(value, map -> true, YamlMemory.ofOne());
    }

    /// @param sorted which maps have their keys sorted
    /// @param memory of whoever writes many of the same kind
    public static String writeSorted(@Nullable Object value, Predicate<Object> sorted, YamlMemory memory) {
        YamlWriter writer = new YamlWriter(sorted, memory);
        Object plain = plain(value);
        if (!writer.block(plain, 0, true)) {
            writer.single(plain, 0, false);
            writer.out.append('\n');
        }
        return writer.out.toString();
    }

    /// A single value as it stands after `key: ` in a mapping that is indented by `indent` blanks.
    public static String scalar(@Nullable Object value, int indent) {
        YamlWriter writer = new YamlWriter(map -> false, YamlMemory.ofOne());
        writer.single(value, indent, false);
        return writer.out.toString();
    }

    private static @Nullable Object plain(@Nullable Object value) {
        // Most are, and megabytes are written in a process that is never compiled well.
        if (value instanceof YamlNode.Scalar scalar) {
            return scalar.tag().isEmpty() ? scalar.value() : scalar.tag() + " " + scalar.text();
        }
        return switch (value) {
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
                for (YamlMapping.Entry entry : ordered(mapping, mapping.entries(), YamlMapping.Entry::key)) {
                    field(entry.key(), entry.value(), indent, first);
                    first = false;
                }
            }
            case Map<?, ?> map
            when !map.isEmpty() -> {
                boolean first = started;
                List<Map.Entry<?, ?>> entries = new ArrayList<>(map.entrySet());
                for (Map.Entry<?, ?> entry : ordered(map, entries, each -> String.valueOf(each.getKey()))) {
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

    private <E> List<E> ordered(Object map, List<E> entries, Function<E, String> key) {
        if (entries.size() < 2 || !sorted.test(map)) {
            return entries;
        }
        String[] keys = new String[entries.size()];
        Arrays.setAll(keys, i -> key.apply(entries.get(i)));
        List<E> ordered = new ArrayList<>(keys.length);
        for (int place : memory.order(Arrays.asList(keys))) {
            ordered.add(entries.get(place));
        }
        return ordered;
    }

    private void field(@Nullable Object key, @Nullable Object value, int indent, boolean started) {
        if (!started) {
            blanks(indent);
        }
        single(key, indent, true);
        Object plain = plain(value);
        int before = out.append(":\n").length();
        if (plain instanceof String || !block(plain, indent + 2, false)) {
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
        if (value instanceof String text) {
            text(text, indent, key);
            return;
        }
        switch (value) {
            case null -> out.append("null");
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
        TextStyle style = memory.style(text);
        switch (key ? style.ofKey() : style) {
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
