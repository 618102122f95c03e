package io.atmoshub.gotemplate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Go's `fmt.Sprintf`, with its way of putting mistakes into the output: `%!d(string=x)`.
final class Printf {

    private static final int WIDEST = 1_000_000;

    private final Budget budget;
    private final String format;
    private final List<@Nullable Object> arguments;
    private final StringBuilder out = new StringBuilder();
    private int at;
    private int next;
    private boolean reordered;
    private boolean badIndex;

    Printf(Budget budget, String format, List<@Nullable Object> arguments) {
        this.budget = budget;
        this.format = format;
        this.arguments = arguments;
    }

    /// As `fmt.Sprint`: blanks only between two operands that are not texts.
    static String print(Call call, String nothing) {
        var out = new BoundedText(call);
        for (int i = 0; i < call.size(); i++) {
            var value = call.value(i);
            if (i > 0 && !(value instanceof String) && !(call.value(i - 1) instanceof String)) {
                out.append(' ');
            }
            out.append(value == null ? nothing : call.printed(value));
        }
        return out.toString();
    }

    static String println(Call call) {
        var out = new BoundedText(call);
        for (int i = 0; i < call.size(); i++) {
            out.append(i > 0 ? " " : "").append(call.printed(call.value(i)));
        }
        return out.append('\n').toString();
    }

    String format() {
        while (at < format.length()) {
            int percent = format.indexOf('%', at);
            if (percent < 0) {
                out.append(format, at, format.length());
                break;
            }
            out.append(format, at, percent);
            at = percent + 1;
            directive();
            budget.text(out.length());
        }
        if (!reordered && next < arguments.size()) {
            extra();
        }
        return out.toString();
    }

    private void directive() {
        badIndex = false;
        var spec = new Spec();
        readFlags(spec);
        readIndex();
        readWidth(spec);
        readPrecision(spec);
        readIndex();
        if (at >= format.length()) {
            out.append("%!(NOVERB)");
            return;
        }
        int verb = format.codePointAt(at);
        at += Character.charCount(verb);
        if (verb == '%') {
            out.append('%');
        } else if (badIndex) {
            out.append("%!").appendCodePoint(verb).append("(BADINDEX)");
        } else if (next >= arguments.size()) {
            out.append("%!").appendCodePoint(verb).append("(MISSING)");
        } else {
            new Directive(budget, spec, verb, out).append(arguments.get(next++));
        }
    }

    private void readFlags(Spec spec) {
        for (; at < format.length(); at++) {
            switch (format.charAt(at)) {
                case '#' -> spec.sharp = true;
                case '0' -> spec.zero = true;
                case '+' -> spec.plus = true;
                case '-' -> spec.minus = true;
                case ' ' -> spec.space = true;
                default -> {
                    return;
                }
            }
        }
    }

    /// `[n]`: the argument that comes next.
    private void readIndex() {
        if (at >= format.length() || format.charAt(at) != '[') {
            return;
        }
        reordered = true;
        int close = format.indexOf(']', at);
        if (close < 0) {
            badIndex = true;
            at++;
            return;
        }
        String digits = format.substring(at + 1, close);
        at = close + 1;
        if (!digits.matches("[0-9]{1,6}")
                || Integer.parseInt(digits) < 1
                || Integer.parseInt(digits) > arguments.size()) {
            badIndex = true;
            return;
        }
        next = Integer.parseInt(digits) - 1;
    }

    private void readWidth(Spec spec) {
        if (at < format.length() && format.charAt(at) == '*') {
            at++;
            int width = starred("%!(BADWIDTH)");
            spec.minus |= width < 0;
            spec.width = Math.abs(width);
            readIndex();
        } else {
            spec.width = digits();
        }
    }

    private void readPrecision(Spec spec) {
        if (at >= format.length() || format.charAt(at) != '.') {
            return;
        }
        at++;
        readIndex();
        if (at < format.length() && format.charAt(at) == '*') {
            at++;
            spec.precision = Math.max(-1, starred("%!(BADPREC)"));
        } else {
            spec.precision = digits();
        }
    }

    private int starred(String mistake) {
        if (next < arguments.size() && GoValue.kind(arguments.get(next)) == GoValue.Kind.INT) {
            long value = GoValue.toLong(arguments.get(next++));
            if (Math.abs(value) <= WIDEST) {
                return (int) value;
            }
        } else {
            next++;
        }
        out.append(mistake);
        return 0;
    }

    private int digits() {
        int value = 0;
        while (at < format.length() && Character.isDigit(format.charAt(at))) {
            value = value * 10 + Character.digit(format.charAt(at++), 10);
            if (value > WIDEST) {
                throw new LimitReached("printf pads to at most " + WIDEST + " characters.");
            }
        }
        return value;
    }

    private void extra() {
        out.append("%!(EXTRA ");
        for (int i = next; i < arguments.size(); i++) {
            budget.text(out.length());
            var argument = arguments.get(i);
            out.append(i > next ? ", " : "");
            if (argument == null) {
                out.append("<nil>");
            } else {
                out.append(GoValue.typeName(argument)).append('=').append(Printer.text(budget, argument));
            }
        }
        out.append(')');
        budget.text(out.length());
    }

    /// The flags, width and precision of a directive.
    static final class Spec {
        boolean sharp;
        boolean zero;
        boolean plus;
        boolean minus;
        boolean space;
        int width;
        int precision = -1;
    }
}
