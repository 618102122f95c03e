package io.atmoshub.gotemplate;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Prints floating-point numbers as Go's `strconv.FormatFloat` does.
public final class GoFloat {

    /// Behind these, every digit of a double is 0.
    private static final int MOST_DIGITS = 1100;

    private GoFloat() {}

    /// Below this and from there on, Go writes an exponent when it writes the fewest digits.
    private static final int LEAST_EXPONENT = -4;
    private static final int MOST_EXPONENT = 6;

    /// As `%v` has it: the fewest digits that read back as the same number, with an exponent below 1e-4 and from 1e+06
    // on.
    public static String shortest(double value) {
        return general(value, -1, MOST_EXPONENT, 'e');
    }

    /// @param verb one of `e E f F g G`
    /// @param precision digits behind the point, or significant ones for `g`; -1 for the fewest
    public static String format(double value, char verb, int precision) {
        return switch (verb) {
            case 'e', 'E' -> exponential(value, precision, verb);
            case 'f', 'F' -> fixed(value, precision);
            default ->
                general(
                        value,
                        precision,
                        precision < 0 ? MOST_EXPONENT : Math.max(precision, 1),
                        verb == 'g' ? 'e' : 'E');
        };
    }

    /// @param bound the exponent from which on the number is written with one
    private static String general(double value, int precision, int bound, char e) {
        if (!Double.isFinite(value)) {
            return special(value);
        }
        if (value == 0) {
            return sign(value) + "0";
        }
        var digits = decimal(value);
        if (precision >= 0) {
            digits = digits.round(new java.math.MathContext(Math.max(precision, 1), RoundingMode.HALF_EVEN));
        }
        digits = digits.stripTrailingZeros();
        int exponent = digits.precision() - digits.scale() - 1;
        if (exponent < LEAST_EXPONENT || exponent >= bound) {
            return scientific(digits, exponent, digits.precision() - 1, e);
        }
        return digits.toPlainString();
    }

    private static String exponential(double value, int precision, char e) {
        if (!Double.isFinite(value)) {
            return special(value);
        }
        if (value == 0) {
            return sign(value) + "0" + (precision > 0 ? "." + "0".repeat(precision) : "") + e + "+00";
        }
        var digits = precision < 0
                ? decimal(value).stripTrailingZeros()
                : new BigDecimal(value).round(new java.math.MathContext(precision + 1, RoundingMode.HALF_EVEN));
        int exponent = digits.precision() - digits.scale() - 1;
        return scientific(digits, exponent, precision < 0 ? digits.precision() - 1 : precision, e);
    }

    private static String scientific(BigDecimal digits, int exponent, int decimals, char e) {
        var all = new StringBuilder(digits.unscaledValue().abs().toString());
        while (all.length() < decimals + 1) {
            all.append('0');
        }
        var out = new StringBuilder(digits.signum() < 0 ? "-" : "").append(all.charAt(0));
        if (decimals > 0) {
            out.append('.').append(all, 1, decimals + 1);
        }
        int size = Math.abs(exponent);
        return out.append(e)
                .append(exponent < 0 ? '-' : '+')
                .append(size < 10 ? "0" : "")
                .append(size)
                .toString();
    }

    private static String fixed(double value, int precision) {
        if (!Double.isFinite(value)) {
            return special(value);
        }
        if (precision < 0) {
            var digits = decimal(value).stripTrailingZeros();
            return value == 0 ? sign(value) + "0" : digits.toPlainString();
        }
        int exact = Math.min(precision, MOST_DIGITS);
        var rounded = new BigDecimal(value).setScale(exact, RoundingMode.HALF_EVEN);
        return (rounded.signum() == 0 ? sign(value) : "") + rounded.toPlainString() + "0".repeat(precision - exact);
    }

    /// Java's own text has the fewest digits since 19.
    private static BigDecimal decimal(double value) {
        return new BigDecimal(Double.toString(value));
    }

    private static String sign(double value) {
        return 1 / value < 0 || value < 0 ? "-" : "";
    }

    private static String special(double value) {
        return Double.isNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf";
    }
}
