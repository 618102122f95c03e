package io.atmoshub.gotemplate.sprig;

import io.atmoshub.gotemplate.Call;
import io.atmoshub.gotemplate.Function;
import io.atmoshub.gotemplate.GoValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Arithmetic. What isn't a number counts as 0, as in Sprig.
final class Numbers {

    /// More than any sum of numbers in a project has; without a bound, `divf` could make ever longer ones.
    private static final MathContext DIGITS = new MathContext(400);

    private Numbers() {}

    static @Nullable Function find(String name) {
        return switch (name) {
            case "int", "int64" -> call -> whole(call.of(1).value(0));
            case "float64" -> call -> decimal(call.of(1).value(0));
            case "atoi" -> call -> parsed(call.of(1).text(0), 10);
            case "toDecimal" -> call -> parsed(Texts.of(call, call.of(1).value(0)), 8);
            case "add1" -> call -> whole(call.of(1).value(0)) + 1;
            case "add" ->
                call -> call.from(0).stream().mapToLong(Numbers::whole).sum();
            case "sub" -> call -> whole(call.of(2).value(0)) - whole(call.value(1));
            case "mul" ->
                call -> call.atLeast(1).from(0).stream()
                        .mapToLong(Numbers::whole)
                        .reduce(1, (a, b) -> a * b);
            case "div" -> call -> whole(call.of(2).value(0)) / divisor(call);
            case "mod" -> call -> whole(call.of(2).value(0)) % divisor(call);
            case "max", "biggest" ->
                call -> call.atLeast(1).from(0).stream()
                        .mapToLong(Numbers::whole)
                        .max()
                        .orElse(0);
            case "min" ->
                call -> call.atLeast(1).from(0).stream()
                        .mapToLong(Numbers::whole)
                        .min()
                        .orElse(0);
            case "maxf" ->
                call -> call.atLeast(1).from(0).stream()
                        .mapToDouble(Numbers::decimal)
                        .max()
                        .orElse(0);
            case "minf" ->
                call -> call.atLeast(1).from(0).stream()
                        .mapToDouble(Numbers::decimal)
                        .min()
                        .orElse(0);
            case "ceil" -> call -> Math.ceil(decimal(call.of(1).value(0)));
            case "floor" -> call -> Math.floor(decimal(call.of(1).value(0)));
            case "round" -> call -> round(call.of(2, 3), call.size() > 2 ? call.decimal(2) : .5);
            case "add1f" ->
                call -> exact(decimal(call.of(1).value(0))).add(BigDecimal.ONE).doubleValue();
            case "addf" -> call -> fold(call, BigDecimal.ZERO, 0, (a, b) -> a.add(b));
            case "subf" -> call -> fold(call, first(call), 1, (a, b) -> a.subtract(b));
            case "mulf" -> call -> fold(call, first(call), 1, (a, b) -> a.multiply(b));
            case "divf" -> call -> fold(call, first(call), 1, (a, b) -> divided(call, a, b));
            case "until" ->
                call -> {
                    long end = call.of(1).integer(0);
                    return steps(call, 0, end, end < 0 ? -1 : 1);
                };
            case "untilStep" -> call -> steps(call, call.of(3).integer(0), call.integer(1), call.integer(2));
            case "seq" -> Numbers::seq;
            default -> null;
        };
    }

    /// As `cast.ToInt64`: texts in Go's notation, fractions cut off, 0 for what isn't a number.
    static long whole(@Nullable Object value) {
        return switch (GoValue.kind(value)) {
            case INT -> GoValue.toLong(value);
            case FLOAT -> (long) GoValue.toDouble(value);
            case BOOL -> GoValue.truth(value) ? 1 : 0;
            case STRING -> parsed(String.valueOf(value).replaceFirst("\\.0*$", ""), 0);
            case NIL, BYTES, LIST, MAP, FUNCTION, OBJECT -> 0;
        };
    }

    static double decimal(@Nullable Object value) {
        if (value instanceof String text) {
            return isDecimal(text) ? Double.parseDouble(text) : 0;
        }
        return value instanceof Boolean bool ? (bool ? 1 : 0) : GoValue.toDouble(value);
    }

    private static boolean isDecimal(String text) {
        try {
            return !text.isEmpty()
                    && !text.isBlank()
                    && "dDfF ".indexOf(text.charAt(text.length() - 1)) < 0
                    && !Double.isNaN(Double.parseDouble(text))
                    && text.strip().equals(text);
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /// @param radix 0 to find it by the prefix; 0 when it isn't a number
    private static long parsed(String text, int radix) {
        String digits = text.toLowerCase(Locale.ROOT);
        boolean minus = digits.startsWith("-");
        digits = minus || digits.startsWith("+") ? digits.substring(1) : digits;
        int base = radix;
        if (radix == 0) {
            base = 10;
            if (digits.length() > 1 && digits.charAt(0) == '0') {
                char kind = digits.charAt(1);
                base = kind == 'x' ? 16 : kind == 'b' ? 2 : 8;
                digits = digits.substring(Character.isLetter(kind) ? 2 : 1);
            }
            digits = digits.replace("_", "");
        }
        if (digits.isEmpty() || digits.length() > 64 || Character.digit(digits.charAt(0), base) < 0) {
            return 0;
        }
        try {
            var value = new BigInteger((minus ? "-" : "") + digits, base);
            return value.bitLength() < 64 ? value.longValue() : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static long divisor(Call call) {
        long divisor = whole(call.value(1));
        if (divisor == 0) {
            throw call.fail("nothing can be divided by 0.");
        }
        return divisor;
    }

    private static double round(Call call, double up) {
        double power = Math.pow(10, (double) call.integer(1));
        double digit = power * decimal(call.value(0));
        double fraction = digit - (digit < 0 ? Math.ceil(digit) : Math.floor(digit));
        return (fraction >= up ? Math.ceil(digit) : Math.floor(digit)) / power;
    }

    private static BigDecimal exact(double value) {
        return Double.isFinite(value) ? new BigDecimal(Double.toString(value)) : BigDecimal.ZERO;
    }

    private static BigDecimal first(Call call) {
        return exact(decimal(call.atLeast(1).value(0)));
    }

    private static double fold(
            Call call, BigDecimal start, int from, java.util.function.BinaryOperator<BigDecimal> operation) {
        var value = start;
        for (var next : call.from(from)) {
            value = operation.apply(value, exact(decimal(next)));
            value = value.precision() > DIGITS.getPrecision() ? value.round(DIGITS) : value;
        }
        return value.doubleValue();
    }

    private static BigDecimal divided(Call call, BigDecimal a, BigDecimal b) {
        if (b.signum() == 0) {
            throw call.fail("nothing can be divided by 0.");
        }
        return a.divide(b, 16, RoundingMode.HALF_UP);
    }

    static List<Object> steps(Call call, long start, long stop, long step) {
        var list = new ArrayList<Object>();
        boolean up = stop >= start;
        if (up ? step <= 0 : step >= 0) {
            return list;
        }
        call.spend(Math.abs(stop / step - start / step));
        for (long i = start; up ? i < stop : i > stop; i += step) {
            call.spend(1);
            list.add(i);
        }
        return list;
    }

    private static String seq(Call call) {
        long first = call.size() > 1 ? call.integer(0) : 1;
        switch (call.size()) {
            case 1, 2 -> {
                long last = call.integer(call.size() - 1);
                long step = last < first ? -1 : 1;
                return joined(steps(call, first, last + step, step));
            }
            case 3 -> {
                long last = call.integer(2);
                long step = call.integer(1);
                return last < first && step > 0 ? "" : joined(steps(call, first, last + (last < first ? -1 : 1), step));
            }
            default -> {
                return "";
            }
        }
    }

    private static String joined(List<Object> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }
}
