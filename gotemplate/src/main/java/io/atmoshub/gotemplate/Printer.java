package io.atmoshub.gotemplate;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Prints values as Go's `%v` does: `[a b]`, `map[a:1 b:2]` by sorted key, `<nil>`.
final class Printer {

    private final Budget budget;
    private final Consumer<String> out;

    Printer(Budget budget, Consumer<String> out) {
        this.budget = budget;
        this.out = out;
    }

    static String text(Budget budget, @Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        var output = new Output(budget);
        new Printer(budget, output::text).print(value);
        return output.toString();
    }

    void print(@Nullable Object value) {
        switch (GoValue.kind(value)) {
            case NIL -> out.accept("<nil>");
            case LIST -> list((List<?>) java.util.Objects.requireNonNull(value));
            case MAP -> map((Map<?, ?>) java.util.Objects.requireNonNull(value));
            case BYTES -> bytes((byte[]) java.util.Objects.requireNonNull(value));
            case FLOAT -> out.accept(GoFloat.shortest(GoValue.toDouble(value)));
            case FUNCTION -> out.accept("<function>");
            case BOOL, INT, STRING, OBJECT -> out.accept(String.valueOf(value));
        }
    }

    private void list(List<?> list) {
        budget.enter();
        out.accept("[");
        for (int i = 0; i < list.size(); i++) {
            if (i > 0) {
                out.accept(" ");
            }
            print(list.get(i));
        }
        out.accept("]");
        budget.leave();
    }

    private void map(Map<?, ?> map) {
        budget.enter();
        out.accept("map[");
        boolean first = true;
        for (var key : Order.sortedKeys(map)) {
            if (!first) {
                out.accept(" ");
            }
            first = false;
            print(key);
            out.accept(":");
            print(map.get(key));
        }
        out.accept("]");
        budget.leave();
    }

    private void bytes(byte[] bytes) {
        out.accept("[");
        for (int i = 0; i < bytes.length; i++) {
            out.accept((i > 0 ? " " : "") + (bytes[i] & 0xff));
        }
        out.accept("]");
    }
}
