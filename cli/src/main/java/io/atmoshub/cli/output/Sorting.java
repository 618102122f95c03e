package io.atmoshub.cli.output;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Puts the keys of maps in order, at every level, except in a {@link FixedOrder}.
final class Sorting {
    private Sorting() {}

    static @Nullable Object sorted(@Nullable Object value, Comparator<String> order) {
        return switch (value) {
            case FixedOrder fixed -> {
                var same = new LinkedHashMap<String, @Nullable Object>();
                fixed.forEach((key, item) -> same.put(key, sorted(item, order)));
                yield same;
            }
            case Map<?, ?> map -> {
                List<String> keys = new ArrayList<>(map.size());
                map.keySet().forEach(key -> keys.add(String.valueOf(key)));
                keys.sort(order);
                var ordered = LinkedHashMap.<String, @Nullable Object>newLinkedHashMap(keys.size());
                keys.forEach(key -> ordered.put(key, sorted(map.get(key), order)));
                yield ordered;
            }
            case List<?> list -> {
                var items = new ArrayList<@Nullable Object>(list.size());
                list.forEach(item -> items.add(sorted(item, order)));
                yield items;
            }
            case null, default -> value;
        };
    }
}
