package io.atmoshub.gotemplate;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What `range` goes over: lists, maps by sorted key, whole numbers, bytes.
final class Loop {

    private Loop() {}

    /// False when there was nothing to go over.
    static boolean over(Run run, Statement.Range range, @Nullable Object value) {
        if (value instanceof List<?> list) {
            return overList(run, range, list);
        }
        if (value instanceof Map<?, ?> map) {
            return overMap(run, range, map);
        }
        if (value == null) {
            return false;
        }
        if (value instanceof byte[] bytes) {
            return overBytes(run, range, bytes);
        }
        if (GoValue.kind(value) == GoValue.Kind.INT) {
            return overNumber(run, range, GoValue.toLong(value));
        }
        throw new FunctionException(
                "range goes over lists, maps and whole numbers, not over " + GoValue.describe(value) + ".");
    }

    private static boolean overList(Run run, Statement.Range range, List<?> list) {
        for (int i = 0; i < list.size(); i++) {
            var element = list.get(i);
            if (!range.round(run, (long) i, element == null ? Mark.NIL : element)) {
                break;
            }
        }
        return !list.isEmpty();
    }

    private static boolean overMap(Run run, Statement.Range range, Map<?, ?> map) {
        run.budget().spend(map.size());
        for (var key : Order.sortedKeys(map)) {
            var element = map.get(key);
            if (!range.round(run, key, element == null ? Mark.NIL : element)) {
                break;
            }
        }
        return !map.isEmpty();
    }

    private static boolean overNumber(Run run, Statement.Range range, long end) {
        for (long i = 0; i < end; i++) {
            if (!range.round(run, i, i)) {
                break;
            }
        }
        return end > 0;
    }

    private static boolean overBytes(Run run, Statement.Range range, byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (!range.round(run, (long) i, (long) (bytes[i] & 0xff))) {
                break;
            }
        }
        return bytes.length > 0;
    }
}
