package io.atmoshub.gotemplate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The order in which Go visits and prints the keys of a map: numbers before texts, texts by their bytes.
public final class Order {

    private static final Comparator<@Nullable Object> KEYS = Order::compareKeys;

    /// Go compares the bytes of UTF-8, which is the order of code points; Java's own order differs above U+FFFF.
    public static final Comparator<String> TEXTS = Order::compareTexts;

    private Order() {}

    public static List<?> sortedKeys(Map<?, ?> map) {
        if (map instanceof java.util.SortedMap<?, ?> sorted && sorted.comparator() == null) {
            return new ArrayList<>(map.keySet());
        }
        var keys = new ArrayList<Object>(map.keySet());
        keys.sort(KEYS);
        return keys;
    }

    private static int compareKeys(@Nullable Object a, @Nullable Object b) {
        if (a instanceof String left && b instanceof String right) {
            return compareTexts(left, right);
        }
        if (a instanceof Number left && b instanceof Number right) {
            int byWhole = Long.compare(left.longValue(), right.longValue());
            return byWhole != 0 ? byWhole : Double.compare(left.doubleValue(), right.doubleValue());
        }
        int byKind = GoValue.kind(a).compareTo(GoValue.kind(b));
        return byKind != 0 ? byKind : compareTexts(String.valueOf(a), String.valueOf(b));
    }

    private static int compareTexts(String a, String b) {
        int length = Math.min(a.length(), b.length());
        for (int i = 0; i < length; i++) {
            char left = a.charAt(i);
            char right = b.charAt(i);
            if (left != right) {
                boolean surrogates = Character.isSurrogate(left) != Character.isSurrogate(right);
                return surrogates ? (Character.isSurrogate(left) ? 1 : -1) : left - right;
            }
        }
        return a.length() - b.length();
    }
}
