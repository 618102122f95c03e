package io.atmoshub.gotemplate.sprig;

import io.atmoshub.gotemplate.Call;
import io.atmoshub.gotemplate.Function;
import io.atmoshub.gotemplate.GoValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Maps: made, looked into, merged.
public final class Dicts {

    private Dicts() {}

    static @Nullable Function find(String name) {
        return switch (name) {
            case "dict" -> Dicts::dict;
            case "get" ->
                call -> {
                    var map = call.of(2).map(0);
                    return map.containsKey(call.text(1)) ? map.get(call.text(1)) : "";
                };
            case "set" -> call -> changed(call.of(3), map -> map.put(call.text(1), call.value(2)));
            case "unset" -> call -> changed(call.of(2), map -> map.remove(call.text(1)));
            case "hasKey" -> call -> call.of(2).map(0).containsKey(call.text(1));
            case "pluck" -> Dicts::pluck;
            case "keys" -> Dicts::keys;
            case "values" ->
                call -> {
                    call.spend(call.of(1).map(0).size());
                    return new ArrayList<>(call.map(0).values());
                };
            case "pick" -> Dicts::pick;
            case "omit" -> Dicts::omit;
            case "merge", "mustMerge" -> call -> mergeAll(call, false);
            case "mergeOverwrite", "mustMergeOverwrite" -> call -> mergeAll(call, true);
            case "dig" -> Dicts::dig;
            default -> null;
        };
    }

    private static Object dict(Call call) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < call.size(); i += 2) {
            map.put(Texts.of(call, call.value(i)), i + 1 < call.size() ? call.value(i + 1) : "");
        }
        return map;
    }

    @SuppressWarnings("unchecked")
    private static Object changed(Call call, java.util.function.Consumer<Map<Object, @Nullable Object>> change) {
        var map = (Map<Object, @Nullable Object>) call.map(0);
        try {
            change.accept(map);
        } catch (UnsupportedOperationException e) {
            throw call.fail("this map can't be changed; change a copy of it: deepCopy.");
        }
        return map;
    }

    private static Object pluck(Call call) {
        var found = new ArrayList<@Nullable Object>();
        for (int i = 1; i < call.size(); i++) {
            if (call.map(i).containsKey(call.text(0))) {
                found.add(call.map(i).get(call.text(0)));
            }
        }
        return found;
    }

    private static Object keys(Call call) {
        var keys = new ArrayList<@Nullable Object>();
        for (int i = 0; i < call.size(); i++) {
            call.spend(call.map(i).size());
            keys.addAll(call.map(i).keySet());
        }
        return keys;
    }

    private static Object pick(Call call) {
        var map = call.atLeast(1).map(0);
        var picked = new LinkedHashMap<Object, @Nullable Object>();
        for (int i = 1; i < call.size(); i++) {
            if (map.containsKey(call.text(i))) {
                picked.put(call.text(i), map.get(call.text(i)));
            }
        }
        return picked;
    }

    private static Object omit(Call call) {
        var rest = new LinkedHashMap<@Nullable Object, @Nullable Object>(
                call.atLeast(1).map(0));
        call.spend(rest.size());
        for (int i = 1; i < call.size(); i++) {
            rest.remove(call.text(i));
        }
        return rest;
    }

    private static Object mergeAll(Call call, boolean overwrite) {
        call.atLeast(1);
        return changed(call, target -> {
            for (int i = 1; i < call.size(); i++) {
                merge(call, target, call.map(i), overwrite);
            }
        });
    }

    /// What is missing or empty in `target` comes from `source`; with `overwrite`, all of it does. Maps merge.
    public static void merge(Call call, Map<Object, @Nullable Object> target, Map<?, ?> source, boolean overwrite) {
        call.spend(source.size());
        source.forEach((key, value) -> {
            var current = target.get(key);
            if (value == null) {
                if (overwrite) {
                    target.put(key, null);
                }
            } else if (value instanceof Map<?, ?> theirs && current instanceof Map<?, ?> ours) {
                // A copy: what is nested in the target may belong to somebody else.
                var merged = new LinkedHashMap<Object, @Nullable Object>(ours);
                call.nested(() -> merge(call, merged, theirs, overwrite));
                target.put(key, merged);
            } else if (overwrite || !GoValue.truth(current)) {
                target.put(key, value);
            }
        });
    }

    private static @Nullable Object dig(Call call) {
        if (call.size() < 3) {
            throw call.fail("it takes keys, a default and a map.");
        }
        int keys = call.size() - 2;
        @Nullable Object value = call.map(call.size() - 1);
        for (int i = 0; i < keys; i++) {
            if (!(value instanceof Map<?, ?> map)) {
                throw call.fail("\"" + call.text(i - 1) + "\" isn't a map but " + GoValue.describe(value) + ".");
            }
            if (!map.containsKey(call.text(i))) {
                return call.value(keys);
            }
            value = map.get(call.text(i));
        }
        return value;
    }
}
