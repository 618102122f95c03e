package io.atmoshub.cli.output;

import io.atmoshub.project.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes plain values or {@link YamlNode}s as JSON, indented by two, the way Go writes it. Keys are sorted, except in
/// a {@link FixedOrder}.
final class Json {
    private final StringBuilder out = new StringBuilder();

    private Json() {}

    static String write(@Nullable Object value) {
        var json = new Json();
        json.value(value, 0);
        return json.out.append('\n').toString();
    }

    private void value(@Nullable Object value, int indent) {
        switch (value) {
            case null -> out.append("null");
            case YamlNode node -> value(node.toJava(), indent);
            case FixedOrder map -> block(map.entrySet().iterator(), '{', '}', indent);
            case Map<?, ?> map -> block(sorted(map).iterator(), '{', '}', indent);
            case List<?> list -> block(list.iterator(), '[', ']', indent);
            case Boolean flag -> out.append(flag.booleanValue());
            case Double number -> number(number);
            case Number number -> out.append(number);
            case Object text -> text(text.toString());
        }
    }

    private static List<Map.Entry<?, ?>> sorted(Map<?, ?> map) {
        List<Map.Entry<?, ?>> entries = new ArrayList<>(map.entrySet());
        entries.sort(Comparator.comparing(entry -> String.valueOf(entry.getKey())));
        return entries;
    }

    private void block(Iterator<?> items, char open, char close, int indent) {
        out.append(open);
        if (!items.hasNext()) {
            out.append(close);
            return;
        }
        String separator = "";
        while (items.hasNext()) {
            out.append(separator).append('\n').repeat(' ', indent + 2);
            separator = ",";
            Object item = items.next();
            if (open == '{' && item instanceof Map.Entry<?, ?> entry) {
                text(String.valueOf(entry.getKey()));
                out.append(": ");
                value(entry.getValue(), indent + 2);
            } else {
                value(item, indent + 2);
            }
        }
        out.append('\n').repeat(' ', indent).append(close);
    }

    private void number(Double number) {
        if (number.isNaN() || number.isInfinite()) {
            text(number.toString());
        } else if (number == Math.rint(number) && Math.abs(number) < 1e15) {
            out.append(number.longValue());
        } else {
            out.append(number.doubleValue());
        }
    }

    private void text(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    // What could steer a terminal is escaped; JSON reads it the same.
                    if (c < 0x20 || (c >= 0x7f && c <= 0x9f) || (c >= 0x2028 && c <= 0x202e)) {
                        out.append("\\u%04x".formatted((int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
