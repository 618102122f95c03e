package io.atmoshub.gotemplate.gomplate;

import io.atmoshub.gotemplate.Call;
import io.atmoshub.gotemplate.FunctionException;
import io.atmoshub.gotemplate.GoFloat;
import io.atmoshub.gotemplate.GoValue;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// How Gomplate makes texts, numbers and truth values of anything.
final class Conversions {

    private Conversions() {}

    static String text(Call call, int argument) {
        return text(call, call.value(argument));
    }

    static String text(Call call, @Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        if (value == null) {
            return "nil";
        }
        if (value instanceof Double number) {
            return GoFloat.format(number, 'f', -1);
        }
        return value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : call.printed(value);
    }

    static long whole(@Nullable Object value) {
        return switch (GoValue.kind(value)) {
            case INT -> GoValue.toLong(value);
            case FLOAT -> (long) GoValue.toDouble(value);
            case BOOL -> GoValue.truth(value) ? 1 : 0;
            case STRING -> {
                String text = String.valueOf(value).replace(",", "");
                var parsed = parsed(text, 0);
                yield parsed.isPresent() ? parsed.getAsLong() : (long) decimal(text);
            }
            case NIL, BYTES, LIST, MAP, FUNCTION, OBJECT -> 0;
        };
    }

    static double decimal(@Nullable Object value) {
        if (value instanceof String written) {
            String text = written.replace(",", "");
            var whole = parsed(text, 0);
            return whole.isPresent() ? whole.getAsLong() : isDecimal(text) ? Double.parseDouble(text) : 0;
        }
        return value instanceof Boolean bool ? (bool ? 1 : 0) : GoValue.toDouble(value);
    }

    static boolean isDecimal(String text) {
        if (text.isEmpty()
                || text.length() > 400
                || (!Character.isDigit(text.charAt(text.length() - 1)) && !text.endsWith("."))) {
            return text.equalsIgnoreCase("inf");
        }
        try {
            Double.parseDouble(text);
            return text.strip().equals(text);
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /// As `strconv.ParseInt`; with base 0 the prefix says which it is.
    static OptionalLong parsed(String text, int base) {
        String digits = text.toLowerCase(Locale.ROOT);
        boolean minus = digits.startsWith("-");
        digits = minus || digits.startsWith("+") ? digits.substring(1) : digits;
        int radix = base;
        if (base == 0) {
            radix = 10;
            if (digits.length() > 1 && digits.charAt(0) == '0') {
                char kind = digits.charAt(1);
                radix = kind == 'x' ? 16 : kind == 'b' ? 2 : 8;
                digits = digits.substring(Character.isLetter(kind) ? 2 : 1);
            }
        }
        if (digits.isEmpty() || digits.length() > 70 || Character.digit(digits.charAt(0), radix) < 0) {
            return OptionalLong.empty();
        }
        try {
            var value = new BigInteger((minus ? "-" : "") + digits, radix);
            return value.bitLength() < 64 ? OptionalLong.of(value.longValue()) : OptionalLong.empty();
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    static boolean truth(@Nullable Object value) {
        if (value instanceof Boolean bool) {
            return bool;
        }
        if (value instanceof String text) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "1", "t", "true", "yes" -> true;
                default -> decimal(text) == 1;
            };
        }
        return value instanceof Number number && number.doubleValue() == 1;
    }

    static boolean isWhole(@Nullable Object value) {
        return value instanceof String text ? parsed(text, 0).isPresent() : GoValue.kind(value) == GoValue.Kind.INT;
    }

    static boolean isFraction(@Nullable Object value) {
        return value instanceof String text
                ? !isWhole(text) && isDecimal(text)
                : GoValue.kind(value) == GoValue.Kind.FLOAT;
    }

    static List<?> list(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw new FunctionException("it takes a list, not " + GoValue.describe(value) + ".");
    }
}
