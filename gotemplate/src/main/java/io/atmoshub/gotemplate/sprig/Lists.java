package io.atmoshub.gotemplate.sprig;

import io.atmoshub.gotemplate.Call;
import io.atmoshub.gotemplate.Function;
import io.atmoshub.gotemplate.GoValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lists: made, taken apart, put together. None is ever changed.
final class Lists {

    private Lists() {}

    static @Nullable Function find(String name) {
        return switch (name) {
            case "list", "tuple" -> call -> new ArrayList<>(call.from(0));
            case "first", "mustFirst" ->
                call -> list(call.of(1)).isEmpty() ? null : list(call).get(0);
            case "last", "mustLast" ->
                call -> list(call.of(1)).isEmpty()
                        ? null
                        : list(call).get(list(call).size() - 1);
            case "rest", "mustRest" -> call -> part(call, 1, list(call.of(1)).size());
            case "initial", "mustInitial" ->
                call -> part(call, 0, list(call.of(1)).size() - 1);
            case "append", "push", "mustAppend", "mustPush" ->
                call -> {
                    var all = copy(call, call.of(2).value(0));
                    all.add(call.value(1));
                    return all;
                };
            case "prepend", "mustPrepend" ->
                call -> {
                    var all = copy(call, call.of(2).value(0));
                    all.addFirst(call.value(1));
                    return all;
                };
            case "concat" ->
                call -> {
                    var all = new ArrayList<@Nullable Object>();
                    for (var value : call.from(0)) {
                        all.addAll(copy(call, value));
                    }
                    return all;
                };
            case "reverse", "mustReverse" ->
                call -> {
                    var all = copy(call, call.of(1).value(0));
                    Collections.reverse(all);
                    return all;
                };
            case "compact", "mustCompact" ->
                call -> {
                    var all = copy(call, call.of(1).value(0));
                    all.removeIf(value -> !GoValue.truth(value));
                    return all;
                };
            case "uniq", "mustUniq" -> call -> unique(call, list(call.of(1)));
            case "without", "mustWithout" ->
                call -> {
                    var all = copy(call, call.atLeast(1).value(0));
                    var omitted = call.from(1);
                    all.removeIf(value -> isIn(call, omitted, value));
                    return all;
                };
            case "has", "mustHas" ->
                call -> call.of(2).value(1) != null && isIn(call, elements(call, call.value(1)), call.value(0));
            case "slice", "mustSlice" -> Lists::slice;
            case "chunk", "mustChunk" -> Lists::chunk;
            case "sortAlpha" ->
                call -> {
                    var sorted = Texts.all(call, call.of(1).value(0));
                    call.spend(sorted.size() * 8L);
                    sorted.sort(call::compare);
                    return sorted;
                };
            default -> null;
        };
    }

    private static List<?> list(Call call) {
        return elements(call, call.value(0));
    }

    private static List<?> elements(Call call, @Nullable Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw call.fail("it takes a list, not " + GoValue.describe(value) + ".");
    }

    private static List<@Nullable Object> copy(Call call, @Nullable Object value) {
        var list = elements(call, value);
        call.spend(list.size());
        return new ArrayList<>(list);
    }

    private static Object part(Call call, int from, int to) {
        var list = list(call);
        call.spend(Math.max(to - from, 0));
        return to <= from ? new ArrayList<>() : new ArrayList<>(list.subList(from, to));
    }

    private static boolean isIn(Call call, List<?> list, @Nullable Object wanted) {
        for (var element : list) {
            if (call.deepEqual(element, wanted)) {
                return true;
            }
        }
        return false;
    }

    static List<@Nullable Object> unique(Call call, List<?> list) {
        var unique = new ArrayList<@Nullable Object>();
        for (var element : list) {
            if (!isIn(call, unique, element)) {
                unique.add(element);
            }
        }
        return unique;
    }

    private static @Nullable Object slice(Call call) {
        var list = list(call.atLeast(1));
        if (list.isEmpty()) {
            return null;
        }
        long from = call.size() > 1 ? Numbers.whole(call.value(1)) : 0;
        long to = call.size() > 2 ? Numbers.whole(call.value(2)) : list.size();
        if (from < 0 || from > to || to > list.size()) {
            throw call.fail("there are no positions " + from + " to " + to + " in a list of " + list.size() + ".");
        }
        return part(call, (int) from, (int) to);
    }

    private static Object chunk(Call call) {
        long size = call.of(2).integer(0);
        if (size < 1) {
            throw call.fail("a chunk has at least 1 element.");
        }
        var list = elements(call, call.value(1));
        call.spend(list.size());
        var chunks = new ArrayList<@Nullable Object>();
        for (int i = 0; i < list.size(); i += (int) Math.min(size, list.size())) {
            chunks.add(new ArrayList<>(list.subList(i, (int) Math.min(i + size, list.size()))));
        }
        return chunks;
    }
}
