package io.atmoshub.gotemplate;

import io.atmoshub.gotemplate.GoValue.Kind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Go's comparisons: strict about kinds in `eq` and `lt`, deep in the functions that look for equal elements.
final class Compare {

    private Compare() {}

    /// As `eq`: basic values of one kind; nil only equals nil.
    static boolean equal(@Nullable Object a, @Nullable Object b) {
        Kind left = GoValue.kind(a);
        Kind right = GoValue.kind(b);
        if (left != right) {
            if (left == Kind.NIL || right == Kind.NIL) {
                return false;
            }
            throw different(a, b);
        }
        return switch (left) {
            case NIL -> true;
            case BOOL, STRING -> Objects.equals(a, b);
            case INT -> compareInts(a, b) == 0;
            case FLOAT -> GoValue.toDouble(a) == GoValue.toDouble(b);
            case OBJECT -> Objects.equals(a, b);
            case BYTES, LIST, MAP, FUNCTION ->
                throw new FunctionException("eq compares simple values, not " + GoValue.describe(a)
                        + "; for lists and maps there is deepEqual.");
        };
    }

    /// As `lt`.
    static boolean less(@Nullable Object a, @Nullable Object b) {
        Kind left = GoValue.kind(a);
        if (left != GoValue.kind(b)) {
            throw different(a, b);
        }
        return switch (left) {
            case INT -> compareInts(a, b) < 0;
            case FLOAT -> GoValue.toDouble(a) < GoValue.toDouble(b);
            case STRING ->
                Order.TEXTS.compare((String) Objects.requireNonNull(a), (String) Objects.requireNonNull(b)) < 0;
            case NIL, BOOL, BYTES, LIST, MAP, FUNCTION, OBJECT ->
                throw new FunctionException("only numbers and strings have an order, not " + GoValue.describe(a) + ".");
        };
    }

    private static FunctionException different(@Nullable Object a, @Nullable Object b) {
        return new FunctionException("values of different types can't be compared: " + GoValue.describe(a) + " and "
                + GoValue.describe(b) + ".");
    }

    private static int compareInts(@Nullable Object a, @Nullable Object b) {
        if (a instanceof BigInteger || b instanceof BigInteger) {
            return new BigDecimal(String.valueOf(a)).compareTo(new BigDecimal(String.valueOf(b)));
        }
        return Long.compare(GoValue.toLong(a), GoValue.toLong(b));
    }

    /// As `reflect.DeepEqual`.
    static boolean deepEqual(Budget budget, @Nullable Object a, @Nullable Object b) {
        budget.spend(1);
        Kind kind = GoValue.kind(a);
        if (kind != GoValue.kind(b)) {
            return false;
        }
        return switch (kind) {
            case NIL -> true;
            case STRING -> {
                budget.spend(((String) Objects.requireNonNull(a)).length() >> 6);
                yield a.equals(b);
            }
            case BOOL, OBJECT -> Objects.equals(a, b);
            case INT -> compareInts(a, b) == 0;
            case FLOAT -> GoValue.toDouble(a) == GoValue.toDouble(b);
            case BYTES -> Arrays.equals((byte[]) a, (byte[]) b);
            case LIST ->
                deepEqualLists(budget, (List<?>) Objects.requireNonNull(a), (List<?>) Objects.requireNonNull(b));
            case MAP ->
                deepEqualMaps(budget, (Map<?, ?>) Objects.requireNonNull(a), (Map<?, ?>) Objects.requireNonNull(b));
            case FUNCTION -> false;
        };
    }

    private static boolean deepEqualLists(Budget budget, List<?> a, List<?> b) {
        if (a.size() != b.size()) {
            return false;
        }
        budget.enter();
        boolean equal = true;
        for (int i = 0; equal && i < a.size(); i++) {
            equal = deepEqual(budget, a.get(i), b.get(i));
        }
        budget.leave();
        return equal;
    }

    private static boolean deepEqualMaps(Budget budget, Map<?, ?> a, Map<?, ?> b) {
        if (a.size() != b.size()) {
            return false;
        }
        budget.enter();
        boolean equal = true;
        for (var entry : a.entrySet()) {
            if (!b.containsKey(entry.getKey()) || !deepEqual(budget, entry.getValue(), b.get(entry.getKey()))) {
                equal = false;
                break;
            }
        }
        budget.leave();
        return equal;
    }
}
