package io.atmoshub.gotemplate.regex;

import java.util.ArrayDeque;

/// How many parts an expression has when its repetitions are written out, at most: `(a{100}){100}` has 10,000.
///
/// Go refuses big repetitions by such a count; the library here would try.
final class RegexSize {

    static final int MOST = 20_000;
    private static final int DEEPEST = 200;

    private RegexSize() {}

    static int of(String expression) {
        if (expression.length() > MOST) {
            return MOST + 1;
        }
        var outer = new ArrayDeque<Long>();
        long size = 0;
        long last = 0;
        for (int i = 0; i < expression.length(); i++) {
            char c = expression.charAt(i);
            if (c == '(') {
                outer.push(size);
                size = 0;
                last = 0;
                if (outer.size() > DEEPEST) {
                    return MOST + 1;
                }
            } else if (c == ')' && !outer.isEmpty()) {
                last = size + 2;
                size = outer.pop() + last;
            } else if (c == '{') {
                int close = expression.indexOf('}', i);
                long times = close < 0 ? 0 : repetitions(expression.substring(i + 1, close));
                if (times > 1) {
                    size += last * (times - 1);
                    last *= times;
                    i = close;
                }
            } else {
                if (c == '\\') {
                    i++;
                } else if (c == '[') {
                    i = endOfClass(expression, i);
                }
                last = 1;
                size++;
            }
            if (size > MOST) {
                return MOST + 1;
            }
        }
        return (int) size + 1;
    }

    private static long repetitions(String bounds) {
        String most = bounds.substring(bounds.indexOf(',') + 1);
        String digits = most.isEmpty() ? bounds.substring(0, Math.max(0, bounds.indexOf(','))) : most;
        return digits.matches("[0-9]{1,6}") ? Long.parseLong(digits) + 1 : 0;
    }

    private static int endOfClass(String expression, int from) {
        int i = from + 1;
        if (i < expression.length() && expression.charAt(i) == '^') {
            i++;
        }
        for (i++; i < expression.length(); i++) {
            if (expression.charAt(i) == '\\') {
                i++;
            } else if (expression.startsWith("[:", i)) {
                int end = expression.indexOf(":]", i);
                i = end < 0 ? i : end + 1;
            } else if (expression.charAt(i) == ']') {
                return i;
            }
        }
        return from;
    }
}
