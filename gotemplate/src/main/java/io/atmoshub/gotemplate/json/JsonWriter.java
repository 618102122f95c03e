package io.atmoshub.gotemplate.json;

import io.atmoshub.gotemplate.BoundedText;
import io.atmoshub.gotemplate.Call;
import io.atmoshub.gotemplate.GoFloat;
import io.atmoshub.gotemplate.GoValue;
import io.atmoshub.gotemplate.Order;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes a value as `encoding/json` does: keys sorted, `<`, `>` and `&` escaped unless told otherwise.
public final class JsonWriter {

    private static final String HEX = "0123456789abcdef";

    private final Call call;
    private final BoundedText out;
    private final boolean escapeHtml;
    private final String indent;
    private int level;

    private JsonWriter(Call call, boolean escapeHtml, String indent) {
        this.call = call;
        this.out = new BoundedText(call);
        this.escapeHtml = escapeHtml;
        this.indent = indent;
    }

    public static String compact(Call call, @Nullable Object value) {
        return written(new JsonWriter(call, true, ""), value);
    }

    /// Without escaping for HTML.
    public static String raw(Call call, @Nullable Object value) {
        return written(new JsonWriter(call, false, ""), value);
    }

    /// @param indent what a level is indented by
    public static String pretty(Call call, @Nullable Object value, String indent) {
        return written(new JsonWriter(call, true, indent), value);
    }

    private static String written(JsonWriter writer, @Nullable Object value) {
        writer.value(value);
        return writer.out.toString();
    }

    private void value(@Nullable Object value) {
        call.spend(1);
        switch (GoValue.kind(value)) {
            case NIL -> out.append("null");
            case BOOL, INT -> out.append(String.valueOf(value));
            case FLOAT -> out.append(number(GoValue.toDouble(value)));
            case STRING, OBJECT -> string(String.valueOf(value));
            case BYTES -> string(Base64.getEncoder().encodeToString((byte[]) value));
            case LIST -> call.nested(() -> list((List<?>) java.util.Objects.requireNonNull(value)));
            case MAP -> call.nested(() -> map((Map<?, ?>) java.util.Objects.requireNonNull(value)));
            case FUNCTION -> throw call.fail("a function can't be written as JSON.");
        }
    }

    private void list(List<?> list) {
        out.append('[');
        level++;
        for (int i = 0; i < list.size(); i++) {
            out.append(i > 0 ? "," : "");
            line();
            value(list.get(i));
        }
        close(list.isEmpty(), ']');
    }

    private void map(Map<?, ?> map) {
        out.append('{');
        level++;
        boolean first = true;
        for (var key : Order.sortedKeys(map)) {
            out.append(first ? "" : ",");
            first = false;
            line();
            string(String.valueOf(key));
            out.append(indent.isEmpty() ? ":" : ": ");
            value(map.get(key));
        }
        close(map.isEmpty(), '}');
    }

    private void close(boolean empty, char bracket) {
        level--;
        if (!empty) {
            line();
        }
        out.append(bracket);
    }

    private void line() {
        if (!indent.isEmpty()) {
            out.append('\n');
            for (int i = 0; i < level; i++) {
                out.append(indent);
            }
        }
    }

    private String number(double number) {
        if (!Double.isFinite(number)) {
            throw call.fail("JSON has no " + GoFloat.shortest(number) + ".");
        }
        double size = Math.abs(number);
        if (size != 0 && (size < 1e-6 || size >= 1e21)) {
            return GoFloat.format(number, 'e', -1).replace("e-0", "e-");
        }
        return GoFloat.format(number, 'f', -1);
    }

    private void string(String text) {
        out.append('"');
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' '
                    && c != '"'
                    && c != '\\'
                    && c != '\u2028'
                    && c != '\u2029'
                    && !(escapeHtml && "<>&".indexOf(c) >= 0)) {
                continue;
            }
            out.append(text, from, i);
            from = i + 1;
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                default -> {
                    out.append("\\u");
                    for (int shift = 12; shift >= 0; shift -= 4) {
                        out.append(HEX.charAt(c >> shift & 15));
                    }
                }
            }
        }
        out.append(text, from, text.length()).append('"');
    }
}
