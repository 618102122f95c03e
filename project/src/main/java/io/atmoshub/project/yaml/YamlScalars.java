package io.atmoshub.project.yaml;

import java.math.BigInteger;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What an unquoted word means, by the rules of Go's yaml.v3: `yes` and `on` are text; `0x1f`, `0o17` and `017` are
/// numbers. Dates stay text.
final class YamlScalars {
    private static final Pattern FLOAT = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}"
            + "([Tt ]+[0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}(\\.[0-9]*)?( *(Z|[-+][0-9]{1,2}(:?[0-9]{2})?))?)?");
    private static final Pattern BASE_60 = Pattern.compile("[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\\.[0-9_]*)?");
    private static final BigInteger UNSIGNED = BigInteger.ONE.shiftLeft(64);

    private static final Object NOTHING = new Object();
    private static final Map<String, Object> WORDS = Map.ofEntries(
            Map.entry("", NOTHING),
            Map.entry("~", NOTHING),
            Map.entry("null", NOTHING),
            Map.entry("Null", NOTHING),
            Map.entry("NULL", NOTHING),
            Map.entry("true", true),
            Map.entry("True", true),
            Map.entry("TRUE", true),
            Map.entry("false", false),
            Map.entry("False", false),
            Map.entry("FALSE", false),
            Map.entry(".nan", Double.NaN),
            Map.entry(".NaN", Double.NaN),
            Map.entry(".NAN", Double.NaN),
            Map.entry(".inf", Double.POSITIVE_INFINITY),
            Map.entry(".Inf", Double.POSITIVE_INFINITY),
            Map.entry(".INF", Double.POSITIVE_INFINITY),
            Map.entry("+.inf", Double.POSITIVE_INFINITY),
            Map.entry("+.Inf", Double.POSITIVE_INFINITY),
            Map.entry("+.INF", Double.POSITIVE_INFINITY),
            Map.entry("-.inf", Double.NEGATIVE_INFINITY),
            Map.entry("-.Inf", Double.NEGATIVE_INFINITY),
            Map.entry("-.INF", Double.NEGATIVE_INFINITY));

    private YamlScalars() {}

    static @Nullable Object meaning(String text) {
        char first = text.isEmpty() ? '~' : text.charAt(0);
        boolean word = "~nNtTfF".indexOf(first) >= 0;
        if (!word && !startsNumber(first)) {
            return text;
        }
        if (text.length() <= 5) {
            Object meant = WORDS.get(text);
            if (meant != null) {
                return meant == NOTHING ? null : meant;
            }
        }
        if (word) {
            return text;
        }
        Object number = first == '.' ? floating(text, text) : number(text);
        return number == null ? text : number;
    }

    /// Would come back as something else, in some reader, if it were written without quotes.
    static boolean needsQuotes(String text) {
        if (text.isEmpty()) {
            return true;
        }
        if (!text.equals(meaning(text)) || text.equals("<<")) {
            return true;
        }
        return switch (text) {
            case "y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "n", "N", "no", "No", "NO", "off", "Off", "OFF" ->
                true;
            default ->
                startsNumber(text.charAt(0))
                        && (DATE.matcher(text).matches()
                                || BASE_60.matcher(text).matches());
        };
    }

    private static boolean startsNumber(char first) {
        return first >= '+' && first <= '9' && first != ',' && first != '/';
    }

    private static @Nullable Object number(String text) {
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean may = Character.digit(c, 16) >= 0 || "+-._xXoO".indexOf(c) >= 0;
            if (!may) {
                return null;
            }
        }
        if (DATE.matcher(text).matches()) {
            return null;
        }
        String plain = text.replace("_", "");
        Object whole = whole(plain);
        return whole == null ? floating(text, plain) : whole;
    }

    private static @Nullable Object floating(String text, String plain) {
        return FLOAT.matcher(plain).matches() && !text.equals(".") ? (Object) Double.valueOf(plain) : null;
    }

    private static @Nullable Object whole(String plain) {
        boolean negative = plain.startsWith("-");
        String digits = negative || plain.startsWith("+") ? plain.substring(1) : plain;
        int radix = 10;
        if (digits.length() > 1 && digits.charAt(0) == '0') {
            radix = switch (digits.charAt(1)) {
                case 'x', 'X' -> 16;
                case 'o', 'O' -> 8;
                case 'b', 'B' -> 2;
                default -> 0;
            };
            digits = digits.substring(radix == 0 ? 1 : 2);
            radix = radix == 0 ? 8 : radix;
        }
        if (digits.isEmpty() || digits.length() > 64) {
            return null;
        }
        for (int i = 0; i < digits.length(); i++) {
            if (Character.digit(digits.charAt(i), radix) < 0) {
                return null;
            }
        }
        if (digits.length() <= 15) {
            long value = Long.parseLong(digits, radix);
            return negative ? -value : value;
        }
        BigInteger value = new BigInteger(negative ? "-" + digits : digits, radix);
        if (value.bitLength() < Long.SIZE) {
            return value.longValue();
        }
        return !negative && value.compareTo(UNSIGNED) < 0 ? value : null;
    }
}
