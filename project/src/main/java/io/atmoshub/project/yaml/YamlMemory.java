package io.atmoshub.project.yaml;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/// What was found out about texts and keys when they were written, for whoever writes more of the same: a project's
/// components say the same things again and again. Safe for many threads, and never big.
public final class YamlMemory {
    private static final int MOST_ORDERS = 1 << 12;

    /// Each text at the place its hash gives; the last one there stays. Which of two threads wins makes no difference.
    private final @Nullable Styled[] styles;

    private final ConcurrentMap<List<String>, Integer[]> orders = new ConcurrentHashMap<>();

    private record Styled(String text, TextStyle style) {}

    private YamlMemory(int texts) {
        this.styles = new Styled[texts];
    }

    /// For many documents that are alike.
    public static YamlMemory ofMany() {
        return new YamlMemory(1 << 13);
    }

    static YamlMemory ofOne() {
        return new YamlMemory(1 << 3);
    }

    TextStyle style(String text) {
        int hash = text.hashCode();
        int place = (hash ^ (hash >>> 16)) & (styles.length - 1);
        Styled known = styles[place];
        if (known == null || !known.text().equals(text)) {
            known = new Styled(text, TextStyle.of(text));
            styles[place] = known;
        }
        return known.style();
    }

    /// Which key comes first, which second and so on, as Go prints them.
    Integer[] order(List<String> keys) {
        Integer[] known = orders.get(keys);
        if (known == null) {
            known = new Integer[keys.size()];
            Arrays.setAll(known, i -> i);
            Arrays.sort(known, (left, right) -> KeyOrder.AS_GO.compare(keys.get(left), keys.get(right)));
            if (orders.size() < MOST_ORDERS) {
                orders.put(keys, known);
            }
        }
        return known;
    }
}
