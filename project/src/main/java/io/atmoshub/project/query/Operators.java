package io.atmoshub.project.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the signs between two values do.
final class Operators {
    private Operators() {}

    static @Nullable Object apply(String sign, @Nullable Object a, @Nullable Object b) {
        return switch (sign) {
            case "and" -> Term.holds(a) && Term.holds(b);
            case "or" -> Term.holds(a) || Term.holds(b);
            case "==" -> same(a, b);
            case "!=" -> !same(a, b);
            case "<" -> compare(a, b) < 0;
            case "<=" -> compare(a, b) <= 0;
            case ">" -> compare(a, b) > 0;
            case ">=" -> compare(a, b) >= 0;
            case "+" -> plus(a, b);
            case "-" -> minus(a, b);
            default -> throw new IllegalArgumentException(sign);
        };
    }

    /// Texts may use `*` for anything, as in yq.
    private static boolean same(@Nullable Object a, @Nullable Object b) {
        if (a instanceof Number x && b instanceof Number y) {
            return decimal(x).compareTo(decimal(y)) == 0;
        }
        if (a instanceof String text && b instanceof String pattern && pattern.indexOf('*') >= 0) {
            return like(text, pattern);
        }
        return a == null ? b == null : a.equals(b);
    }

    /// Without regular expressions, so that no pattern takes for ever.
    private static boolean like(String text, String pattern) {
        int star = -1;
        int mark = 0;
        int t = 0;
        int p = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                mark = t;
            } else if (p < pattern.length() && pattern.charAt(p) == text.charAt(t)) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++mark;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    static int compare(@Nullable Object a, @Nullable Object b) {
        if (a instanceof Number x && b instanceof Number y) {
            return decimal(x).compareTo(decimal(y));
        }
        if (a instanceof String x && b instanceof String y) {
            return x.compareTo(y);
        }
        if (a instanceof Boolean x && b instanceof Boolean y) {
            return Boolean.compare(x, y);
        }
        throw new QueryException("%s and %s cannot be compared.".formatted(Kinds.type(a), Kinds.type(b)));
    }

    static @Nullable Object plus(@Nullable Object a, @Nullable Object b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        if (a instanceof Long x && b instanceof Long y) {
            return Math.addExact(x, y);
        }
        if (a instanceof Number x && b instanceof Number y) {
            return decimal(x).add(decimal(y)).doubleValue();
        }
        if (a instanceof List<?> x && b instanceof List<?> y) {
            var both = new ArrayList<@Nullable Object>(x);
            both.addAll(y);
            return both;
        }
        if (a instanceof Map<?, ?> x && b instanceof Map<?, ?> y) {
            var both = new LinkedHashMap<@Nullable Object, @Nullable Object>(x);
            both.putAll(y);
            return both;
        }
        if (a instanceof String || b instanceof String) {
            return String.valueOf(a) + b;
        }
        throw new QueryException("%s and %s cannot be added.".formatted(Kinds.type(a), Kinds.type(b)));
    }

    private static Object minus(@Nullable Object a, @Nullable Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            return Math.subtractExact(x, y);
        }
        if (a instanceof Number x && b instanceof Number y) {
            return decimal(x).subtract(decimal(y)).doubleValue();
        }
        if (a instanceof List<?> x && b instanceof List<?> y) {
            var rest = new ArrayList<@Nullable Object>(x);
            rest.removeAll(y);
            return rest;
        }
        throw new QueryException("%s cannot be taken from %s.".formatted(Kinds.type(b), Kinds.type(a)));
    }

    private static BigDecimal decimal(Number number) {
        return new BigDecimal(number.toString());
    }
}
