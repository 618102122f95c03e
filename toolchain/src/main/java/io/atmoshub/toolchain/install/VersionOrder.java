package io.atmoshub.toolchain.install;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/// The order of versions as people count them: by number where there are numbers, releases after what came before them.
final class VersionOrder {
    static final Comparator<String> OLDEST_FIRST = VersionOrder::compare;

    private static final Pattern BETWEEN = Pattern.compile("[.+_-]|(?<=\\d)(?=[A-Za-z])|(?<=[A-Za-z])(?=\\d)");

    private VersionOrder() {}

    private static int compare(String one, String other) {
        List<String> left = parts(one);
        List<String> right = parts(other);
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            int order = compareParts(i < left.size() ? left.get(i) : "", i < right.size() ? right.get(i) : "");
            if (order != 0) {
                return order;
            }
        }
        return one.compareTo(other);
    }

    private static List<String> parts(String version) {
        return List.of(BETWEEN.split(version.replaceFirst("^v(?=\\d)", "")));
    }

    /// A word, as in `1.2-rc1`, comes before the end, and that before a number.
    private static int compareParts(String left, String right) {
        int kinds = Integer.compare(kind(left), kind(right));
        if (kinds != 0 || !left.matches("\\d{1,18}")) {
            return kinds != 0 ? kinds : left.compareTo(right);
        }
        return Long.compare(Long.parseLong(left), Long.parseLong(right));
    }

    private static int kind(String part) {
        return part.isEmpty() ? 1 : part.matches("\\d{1,18}") ? 2 : 0;
    }
}
