package io.atmoshub.gotemplate;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `len`, `index` and `slice`. Texts count in bytes of UTF-8, as in Go.
final class Elements {

    private Elements() {}

    static Object length(Call call) {
        return switch (call.value(0)) {
            case String text -> (long) Utf8.length(text);
            case List<?> list -> (long) list.size();
            case Map<?, ?> map -> (long) map.size();
            case byte[] bytes -> (long) bytes.length;
            case null, default -> throw call.fail(GoValue.describe(call.value(0)) + " has no length.");
        };
    }

    static @Nullable Object index(Call call) {
        var value = call.value(0);
        if (value == null) {
            throw call.fail("there is nothing (nil) to take an element of.");
        }
        for (int i = 1; i < call.size(); i++) {
            value = element(call, value, i);
        }
        return value;
    }

    private static @Nullable Object element(Call call, @Nullable Object value, int i) {
        return switch (value) {
            case Map<?, ?> map -> entry(call, map, i);
            case List<?> list -> list.get(position(call, i, list.size(), false));
            case String text -> {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                yield (long) (bytes[position(call, i, bytes.length, false)] & 0xff);
            }
            case byte[] bytes -> (long) (bytes[position(call, i, bytes.length, false)] & 0xff);
            case null, default -> throw call.fail(GoValue.describe(value) + " has no elements.");
        };
    }

    private static @Nullable Object entry(Call call, Map<?, ?> map, int i) {
        var key = call.value(i);
        if (!call.isKey(key)) {
            throw call.fail(GoValue.describe(key) + " can't be the key of a map.");
        }
        Object found = map.get(key);
        if (found == null && key instanceof Long number && number == number.intValue()) {
            found = map.get(number.intValue());
        }
        return found;
    }

    private static int position(Call call, int argument, int size, boolean endAllowed) {
        long position = call.integer(argument);
        if (position < 0 || position > size || (position == size && !endAllowed)) {
            throw call.fail("there is no position " + position + "; "
                    + (size == 0 ? "it is empty." : "the last one is " + (endAllowed ? size : size - 1) + "."));
        }
        return (int) position;
    }

    private static int size(@Nullable Object value) {
        return switch (value) {
            case String text -> Utf8.length(text);
            case List<?> list -> list.size();
            case byte[] bytes -> bytes.length;
            case null, default -> -1;
        };
    }

    static Object slice(Call call) {
        var value = call.value(0);
        int size = size(value);
        if (size < 0) {
            throw call.fail(GoValue.describe(value) + " can't be cut.");
        }
        if (call.size() == 4 && value instanceof String) {
            throw call.fail("a string is cut with at most two positions.");
        }
        int from = call.size() > 1 ? position(call, 1, size, true) : 0;
        int to = call.size() > 2 ? position(call, 2, size, true) : size;
        int most = call.size() > 3 ? position(call, 3, size, true) : to;
        if (from > to || to > most) {
            throw call.fail("the positions " + from + " and " + to + " are the wrong way round.");
        }
        return switch (value) {
            case String text -> Utf8.cut(text, from, to);
            case List<?> list -> {
                call.spend(to - from);
                yield new java.util.ArrayList<>(list.subList(from, to));
            }
            case byte[] bytes -> java.util.Arrays.copyOfRange(bytes, from, to);
            case null, default -> throw new IllegalStateException();
        };
    }
}
