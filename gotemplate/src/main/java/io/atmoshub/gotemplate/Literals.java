package io.atmoshub.gotemplate;

import java.math.BigInteger;
import java.util.Locale;

/// Reads Go's literals: quoted and raw strings, characters, numbers.
record Literals(Source source) {

    private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

    String text(Token token) {
        String text = token.text();
        if (text.charAt(0) == '`') {
            return text.substring(1, text.length() - 1).replace("\r", "");
        }
        return unquote(token);
    }

    Object character(Token token) {
        String text = unquote(token);
        if (text.codePointCount(0, text.length()) != 1) {
            throw source.wrong(token.at(), "a character constant holds one character; texts stand in double quotes.");
        }
        return (long) text.codePointAt(0);
    }

    private String unquote(Token token) {
        try {
            return GoQuote.unquote(token.text());
        } catch (IllegalArgumentException e) {
            throw source.wrong(token.at(), String.valueOf(e.getMessage()));
        }
    }

    Object number(Token token) {
        String text = token.text();
        try {
            return number(text);
        } catch (NumberFormatException e) {
            throw source.wrong(token.at(), "\"" + text + "\" isn't a number Go knows.");
        } catch (ArithmeticException e) {
            throw source.wrong(token.at(), text + " is too big for a whole number.");
        }
    }

    /// A Go number: `1_000`, `0x1F`, `0o17`, `017`, `0b1`, `1.5`, `1e3`, `0x1p4`.
    static Object number(String written) {
        if (written.contains("__") || written.endsWith("_") || written.matches("[+-]?_.*")) {
            throw new NumberFormatException(written);
        }
        String text = written.replace("_", "").toLowerCase(Locale.ROOT);
        boolean minus = text.startsWith("-");
        String digits = minus || text.startsWith("+") ? text.substring(1) : text;
        if (digits.startsWith("0x") && digits.indexOf('p') >= 0) {
            return minus ? -Double.parseDouble(digits) : Double.parseDouble(digits);
        }
        boolean prefixed = digits.length() > 1 && digits.charAt(0) == '0' && Character.isLetter(digits.charAt(1));
        if (!prefixed && (digits.indexOf('.') >= 0 || digits.indexOf('e') >= 0)) {
            // Not Double.parseDouble alone: it takes "1d" and "NaN".
            double value = plainDecimal(digits);
            return minus ? -value : value;
        }
        var whole = whole(digits);
        whole = minus ? whole.negate() : whole;
        if (whole.compareTo(LEAST) < 0 || whole.compareTo(MOST) > 0) {
            throw new ArithmeticException("overflow");
        }
        return whole.longValue();
    }

    private static double plainDecimal(String digits) {
        for (int i = 0; i < digits.length(); i++) {
            if ("0123456789.e+-".indexOf(digits.charAt(i)) < 0) {
                throw new NumberFormatException(digits);
            }
        }
        double value = Double.parseDouble(digits);
        if (Double.isInfinite(value)) {
            throw new NumberFormatException(digits);
        }
        return value;
    }

    private static BigInteger whole(String digits) {
        if (digits.isEmpty() || !Character.isDigit(digits.charAt(0)) || digits.length() > 80) {
            throw new NumberFormatException(digits);
        }
        if (digits.startsWith("0x")) {
            return unsigned(digits.substring(2), 16);
        }
        if (digits.startsWith("0b")) {
            return unsigned(digits.substring(2), 2);
        }
        if (digits.startsWith("0o")) {
            return unsigned(digits.substring(2), 8);
        }
        return digits.length() > 1 && digits.charAt(0) == '0' ? unsigned(digits, 8) : unsigned(digits, 10);
    }

    private static BigInteger unsigned(String digits, int radix) {
        if (digits.startsWith("-") || digits.startsWith("+")) {
            throw new NumberFormatException(digits);
        }
        return new BigInteger(digits, radix);
    }
}
