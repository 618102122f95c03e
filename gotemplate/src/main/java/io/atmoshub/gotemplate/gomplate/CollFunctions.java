package io.atmoshub.gotemplate.gomplate;

import io.atmoshub.gotemplate.Call;
import io.atmoshub.gotemplate.Function;
import io.atmoshub.gotemplate.GoValue;
import io.atmoshub.gotemplate.Order;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `coll`: lists and maps. None is ever changed.
final class CollFunctions {

    private CollFunctions() {}

    static @Nullable Function find(String name) {
        return switch (name) {
            case "Slice" -> call -> new ArrayList<>(call.from(0));
            case "GoSlice" -> call -> call.builtin("slice");
            case "Has" -> call -> has(call.of(2), call.value(0), call.value(1));
            case "Index" -> CollFunctions::index;
            case "Dict" -> CollFunctions::dict;
            case "Keys" -> call -> flat(call.atLeast(1), (map, key) -> key);
            case "Values" -> call -> flat(call.atLeast(1), (map, key) -> map.get(key));
            case "Append" ->
                call -> {
                    var all = copy(call, call.of(2).value(1));
                    all.addLast(call.value(0));
                    return all;
                };
            case "Prepend" ->
                call -> {
                    var all = copy(call, call.of(2).value(1));
                    all.addFirst(call.value(0));
                    return all;
                };
            case "Uniq" ->
                call -> {
                    var unique = new ArrayList<@Nullable Object>();
                    for (var element : Conversions.list(call.of(1).value(0))) {
                        if (!has(call, unique, element)) {
                            unique.add(element);
                        }
                    }
                    return unique;
                };
            case "Reverse" -> call -> copy(call, call.of(1).value(0)).reversed();
            case "Merge" ->
                call -> {
                    Map<?, ?> merged = call.atLeast(1).map(0);
                    for (int i = 1; i < call.size(); i++) {
                        merged = merged(call, merged, call.map(i));
                    }
                    return merged;
                };
            case "Sort" -> CollFunctions::sorted;
            case "Flatten" ->
                call -> {
                    var flat = new ArrayList<@Nullable Object>();
                    long depth = call.of(1, 2).size() == 2 ? Conversions.whole(call.value(0)) : -1;
                    flatten(call, Conversions.list(call.last()), depth, flat);
                    return flat;
                };
            case "Pick" -> call -> chosen(call.atLeast(2), true);
            case "Omit" -> call -> chosen(call.atLeast(2), false);
            case "JSONPath" -> call -> JsonPath.find(call.of(2), call.text(0), call.value(1));
            case "JQ" ->
                call -> {
                    throw call.fail("jq expressions aren't supported; jsonpath and index are.");
                };
            default -> null;
        };
    }

    private static List<@Nullable Object> copy(Call call, @Nullable Object value) {
        var list = Conversions.list(value);
        call.spend(list.size());
        return new ArrayList<>(list);
    }

    private static boolean has(Call call, @Nullable Object in, @Nullable Object wanted) {
        if (in instanceof Map<?, ?> map) {
            return call.isKey(wanted) && map.containsKey(wanted);
        }
        if (in instanceof List<?> list) {
            for (var element : list) {
                if (call.deepEqual(element, wanted)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Unlike Go's own `index`, the collection comes last and what isn't there is an error.
    private static @Nullable Object index(Call call) {
        call.atLeast(2);
        var value = call.last();
        for (var key : call.from(0).subList(0, call.size() - 1)) {
            if (value instanceof Map<?, ?> map && call.isKey(key) && map.containsKey(key)) {
                value = map.get(key);
            } else if (value instanceof List<?> list
                    && key instanceof Number number
                    && number.longValue() >= 0
                    && number.longValue() < list.size()) {
                value = list.get(number.intValue());
            } else {
                throw call.fail("there is no " + GoValue.describe(key) + " in " + GoValue.describe(value) + ".");
            }
        }
        return value;
    }

    private static Object dict(Call call) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < call.size(); i += 2) {
            map.put(Conversions.text(call, i), i + 1 < call.size() ? call.value(i + 1) : "");
        }
        return map;
    }

    private interface Taken {
        @Nullable
        Object from(Map<?, ?> map, @Nullable Object key);
    }

    private static Object flat(Call call, Taken taken) {
        var all = new ArrayList<@Nullable Object>();
        for (int i = 0; i < call.size(); i++) {
            var map = call.map(i);
            call.spend(map.size());
            for (var key : Order.sortedKeys(map)) {
                all.add(taken.from(map, key));
            }
        }
        return all;
    }

    /// The left one wins.
    private static Map<?, ?> merged(Call call, Map<?, ?> left, Map<?, ?> right) {
        call.spend(left.size() + (long) right.size());
        var merged = new LinkedHashMap<@Nullable Object, @Nullable Object>(right);
        left.forEach((key, value) -> {
            if (value instanceof Map<?, ?> ours && merged.get(key) instanceof Map<?, ?> theirs) {
                call.nested(() -> merged.put(key, merged(call, ours, theirs)));
            } else {
                merged.put(key, value);
            }
        });
        return merged;
    }

    /// By an entry of the elements when a key is given; lists of mixed kinds stay as they are.
    private static Object sorted(Call call) {
        call.of(1, 2);
        if (call.last() == null) {
            return new ArrayList<>();
        }
        var list = copy(call, call.last());
        call.spend(list.size() * 8L);
        String key = call.size() == 2 ? Conversions.text(call, 0) : "";
        if (list.stream().map(GoValue::kind).distinct().count() == 1) {
            list.sort((a, b) -> compare(call, a, b, key));
        }
        return list;
    }

    private static int compare(Call call, @Nullable Object a, @Nullable Object b, String key) {
        if (a instanceof Map<?, ?> left && b instanceof Map<?, ?> right && !key.isEmpty()) {
            return compare(call, left.get(key), right.get(key), "");
        }
        if (a instanceof String left && b instanceof String right) {
            return call.compare(left, right);
        }
        return a instanceof Number left && b instanceof Number right
                ? Double.compare(left.doubleValue(), right.doubleValue())
                : 0;
    }

    private static void flatten(Call call, List<?> list, long depth, List<@Nullable Object> into) {
        for (var element : list) {
            call.spend(1);
            if (depth != 0 && element instanceof List<?> inner) {
                call.nested(() -> flatten(call, inner, depth - 1, into));
            } else {
                into.add(element);
            }
        }
    }

    private static Object chosen(Call call, boolean pick) {
        var keys = new ArrayList<String>();
        for (int i = 0; i < call.size() - 1; i++) {
            keys.add(call.text(i));
        }
        var chosen = new LinkedHashMap<@Nullable Object, @Nullable Object>(call.map(call.size() - 1));
        call.spend(chosen.size() * (long) keys.size());
        chosen.keySet().removeIf(key -> keys.contains(String.valueOf(key)) != pick);
        return chosen;
    }
}
