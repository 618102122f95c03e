package io.atmoshub.gotemplate;

import io.atmoshub.gotemplate.Printf.Spec;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One `%…` of a format, applied to a value; lists and maps pass it on to what is in them.
record Directive(Budget budget, Spec spec, int verb, StringBuilder out) {

    void append(@Nullable Object value) {
        if (verb == 'T') {
            pad(GoValue.typeName(value));
            return;
        }
        if (value == null) {
            if (verb == 'v') {
                pad("<nil>");
            } else {
                out.append("%!").appendCodePoint(verb).append("(<nil>)");
            }
            return;
        }
        element(value);
    }

    private void element(@Nullable Object value) {
        budget.text(out.length() & 0xff);
        switch (GoValue.kind(value)) {
            case NIL -> pad(verb == 'v' && spec.sharp ? "interface {}(nil)" : "<nil>");
            case BOOL -> {
                if (verb == 't' || verb == 'v') {
                    pad(String.valueOf(value));
                } else {
                    mistake(Objects.requireNonNull(value));
                }
            }
            case INT -> integer(new BigInteger(String.valueOf(value)));
            case FLOAT -> decimal(GoValue.toDouble(value));
            case STRING -> text((String) Objects.requireNonNull(value));
            case BYTES -> bytes((byte[]) Objects.requireNonNull(value));
            case LIST -> list((List<?>) Objects.requireNonNull(value));
            case MAP -> map((Map<?, ?>) Objects.requireNonNull(value));
            case OBJECT -> object(Objects.requireNonNull(value));
            case FUNCTION -> pad("<function>");
        }
    }

    private void object(Object value) {
        switch (verb) {
            case 'v', 's' -> pad(value.toString());
            case 'q', 'x', 'X' -> text(value.toString());
            default -> mistake(value);
        }
    }

    private void list(List<?> list) {
        budget.enter();
        boolean go = verb == 'v' && spec.sharp;
        out.append(go ? "[]interface {}{" : "[");
        for (int i = 0; i < list.size(); i++) {
            out.append(i == 0 ? "" : go ? ", " : " ");
            element(list.get(i));
            budget.text(out.length());
        }
        out.append(go ? '}' : ']');
        budget.leave();
    }

    private void map(Map<?, ?> map) {
        budget.enter();
        boolean go = verb == 'v' && spec.sharp;
        out.append(go ? "map[string]interface {}{" : "map[");
        boolean first = true;
        for (var key : Order.sortedKeys(map)) {
            out.append(first ? "" : go ? ", " : " ");
            first = false;
            element(key);
            out.append(':');
            element(map.get(key));
            budget.text(out.length());
        }
        out.append(go ? '}' : ']');
        budget.leave();
    }

    private void bytes(byte[] bytes) {
        switch (verb) {
            case 's', 'q', 'x', 'X' -> text(new String(bytes, StandardCharsets.UTF_8));
            default -> {
                out.append('[');
                for (int i = 0; i < bytes.length; i++) {
                    out.append(i > 0 ? " " : "");
                    integer(BigInteger.valueOf(bytes[i] & 0xff));
                }
                out.append(']');
            }
        }
    }

    private void text(String text) {
        switch (verb) {
            case 'v' -> pad(spec.sharp ? GoQuote.quote(text) : cut(text));
            case 's' -> pad(cut(text));
            case 'q' -> {
                boolean raw =
                        spec.sharp && text.indexOf('`') < 0 && text.chars().noneMatch(c -> c < ' ' && c != '\t');
                pad(raw ? "`" + cut(text) + "`" : GoQuote.quote(cut(text), '"', spec.plus));
            }
            case 'x', 'X' -> pad(hex(text));
            default -> mistake(text);
        }
    }

    private String cut(String text) {
        return spec.precision < 0 || text.codePointCount(0, text.length()) <= spec.precision
                ? text
                : text.substring(0, text.offsetByCodePoints(0, spec.precision));
    }

    private String hex(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int count = spec.precision < 0 ? bytes.length : Math.min(spec.precision, bytes.length);
        var hex = new StringBuilder(count * 2);
        for (int i = 0; i < count; i++) {
            hex.append(i > 0 && spec.space ? " " : "").append(spec.sharp && (i == 0 || spec.space) ? "0x" : "");
            hex.append(Character.forDigit((bytes[i] >> 4) & 15, 16)).append(Character.forDigit(bytes[i] & 15, 16));
        }
        return verb == 'X' ? hex.toString().toUpperCase(Locale.ROOT) : hex.toString();
    }

    private void integer(BigInteger value) {
        switch (verb) {
            case 'v', 'd' -> digits(value, 10, "");
            case 'b' -> digits(value, 2, spec.sharp ? "0b" : "");
            case 'o' -> digits(value, 8, spec.sharp ? "0" : "");
            case 'O' -> digits(value, 8, "0o");
            case 'x' -> digits(value, 16, spec.sharp ? "0x" : "");
            case 'X' -> digits(value, 16, spec.sharp ? "0X" : "");
            case 'c' -> pad(character(value));
            case 'q' -> pad(GoQuote.quote(character(value), '\'', spec.plus));
            case 'U' -> {
                var code = value.toString(16).toUpperCase(Locale.ROOT);
                code = "U+" + "0".repeat(Math.max(0, Math.max(4, spec.precision) - code.length())) + code;
                pad(spec.sharp ? code + " '" + character(value) + "'" : code);
            }
            default -> mistake(value.bitLength() < 64 ? (Object) value.longValue() : value);
        }
    }

    private static String character(BigInteger value) {
        int code = value.bitLength() < 32 ? value.intValue() : -1;
        return Character.isValidCodePoint(code) ? Character.toString(code) : "\uFFFD";
    }

    private void digits(BigInteger value, int radix, String prefix) {
        if (spec.precision == 0 && value.signum() == 0) {
            pad("");
            return;
        }
        String sign = value.signum() < 0 ? "-" : spec.plus ? "+" : spec.space ? " " : "";
        String digits = value.abs().toString(radix);
        digits = verb == 'X' ? digits.toUpperCase(Locale.ROOT) : digits;
        int least = spec.precision;
        if (least < 0 && spec.zero && !spec.minus) {
            least = spec.width - sign.length() - (radix == 10 ? 0 : prefix.length());
        }
        pad(sign + prefix + "0".repeat(Math.max(0, least - digits.length())) + digits);
    }

    private void decimal(double value) {
        String text =
                switch (verb) {
                    case 'v' -> GoFloat.format(value, 'g', spec.precision);
                    case 'g', 'G' -> GoFloat.format(value, (char) verb, spec.precision);
                    case 'e', 'E', 'f', 'F' ->
                        GoFloat.format(value, (char) verb, spec.precision < 0 ? 6 : spec.precision);
                    default -> "";
                };
        if (text.isEmpty()) {
            mistake(value);
            return;
        }
        boolean signed = text.startsWith("-") || text.startsWith("+");
        String sign = signed ? text.substring(0, 1) : spec.plus ? "+" : spec.space ? " " : "";
        sign = sign.equals("+") && !spec.plus ? (text.startsWith("+") ? "+" : "") : sign;
        String digits = signed ? text.substring(1) : text;
        if (spec.zero && !spec.minus && Double.isFinite(value)) {
            digits = "0".repeat(Math.max(0, spec.width - sign.length() - digits.length())) + digits;
        }
        pad(sign + digits);
    }

    private void pad(String text) {
        int missing = spec.width - text.codePointCount(0, text.length());
        if (missing <= 0) {
            out.append(text);
            return;
        }
        budget.text(missing);
        String padding =
                (spec.zero && !spec.minus && (verb == 's' || verb == 'q' || verb == 'v') ? "0" : " ").repeat(missing);
        out.append(spec.minus ? text : padding).append(spec.minus ? padding : text);
    }

    private void mistake(Object value) {
        out.append("%!")
                .appendCodePoint(verb)
                .append('(')
                .append(GoValue.typeName(value))
                .append('=')
                .append(Printer.text(budget, value))
                .append(')');
    }
}
