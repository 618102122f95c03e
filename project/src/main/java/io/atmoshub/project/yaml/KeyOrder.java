package io.atmoshub.project.yaml;

import java.util.Comparator;

/// The order in which Go's yaml.v3 prints the keys of a map: numbers in keys count as numbers, letters come after
/// signs.
public final class KeyOrder implements Comparator<String> {
    public static final KeyOrder AS_GO = new KeyOrder();

    private KeyOrder() {}

    @Override
    public int compare(String left, String right) {
        int shared = Math.min(left.length(), right.length());
        int i = 0;
        while (i < shared && left.charAt(i) == right.charAt(i)) {
            i++;
        }
        if (i == shared) {
            return Integer.compare(left.length(), right.length());
        }
        char l = left.charAt(i);
        char r = right.charAt(i);
        boolean leftLetter = isLetter(l);
        boolean rightLetter = isLetter(r);
        if (leftLetter && rightLetter) {
            return Character.compare(l, r);
        }
        if (leftLetter || rightLetter) {
            boolean digits = i > 0 && Character.isDigit(left.charAt(i - 1));
            return leftLetter == digits ? -1 : 1;
        }
        return number(left, right, i);
    }

    static boolean isLetter(char c) {
        char small = (char) (c | 0x20);
        return c < 0x80 ? small >= 'a' && small <= 'z' : Character.isLetter(c);
    }

    private static int number(String left, String right, int from) {
        long start = 0;
        if (left.charAt(from) == '0' || right.charAt(from) == '0') {
            for (int i = from - 1; i >= 0 && Character.isDigit(left.charAt(i)); i--) {
                if (left.charAt(i) != '0') {
                    start = 1;
                    break;
                }
            }
        }
        int leftEnd = digitsEnd(left, from);
        int rightEnd = digitsEnd(right, from);
        int byValue = Long.compare(value(left, from, leftEnd, start), value(right, from, rightEnd, start));
        if (byValue != 0) {
            return byValue;
        }
        return leftEnd != rightEnd
                ? Integer.compare(leftEnd, rightEnd)
                : Character.compare(left.charAt(from), right.charAt(from));
    }

    private static int digitsEnd(String text, int from) {
        int end = from;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static long value(String text, int from, int end, long start) {
        long value = start;
        for (int i = from; i < end; i++) {
            value = value * 10 + (text.charAt(i) - '0');
        }
        return value;
    }
}
