package io.atmoshub.toolchain.version;

import static io.atmoshub.toolchain.version.Expression.Term.text;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// The functions and operators of an [Expression].
final class ExpressionFunctions {
    private ExpressionFunctions() {}

    static Object call(String name, List<Object> given, String semVer) {
        return switch (name + "/" + given.size()) {
            case "semver/1" -> Comparison.holds(text(given.getFirst()), semVer);
            case "semverWithVersion/2" -> Comparison.holds(text(given.get(0)), text(given.get(1)));
            case "trimPrefix/2" -> without(text(given.get(0)), text(given.get(1)), true);
            case "trimSuffix/2" -> without(text(given.get(0)), text(given.get(1)), false);
            case "hasPrefix/2" -> text(given.get(0)).startsWith(text(given.get(1)));
            case "hasSuffix/2" -> text(given.get(0)).endsWith(text(given.get(1)));
            case "lower/1" -> text(given.getFirst()).toLowerCase(Locale.ROOT);
            case "upper/1" -> text(given.getFirst()).toUpperCase(Locale.ROOT);
            case "trim/1" -> text(given.getFirst()).strip();
            case "len/1" ->
                given.getFirst() instanceof List<?> list
                        ? (long) list.size()
                        : (long) text(given.getFirst()).length();
            default ->
                throw new ExpressionException(
                        "there is no function %s with %d arguments".formatted(name, given.size()));
        };
    }

    static Object operate(String operator, Object left, Object right) {
        return switch (operator) {
            case "==" -> Objects.equals(left, right);
            case "!=" -> !Objects.equals(left, right);
            case "in" -> Expression.Term.list(right).contains(left);
            case "startsWith" -> text(left).startsWith(text(right));
            case "endsWith" -> text(left).endsWith(text(right));
            case "contains" -> text(left).contains(text(right));
            case "matches" -> GoPattern.of(text(right)).finds(text(left));
            case "<" -> order(left, right) < 0;
            case "<=" -> order(left, right) <= 0;
            case ">" -> order(left, right) > 0;
            case ">=" -> order(left, right) >= 0;
            case "+" -> text(left) + text(right);
            default -> throw new ExpressionException("there is no operator " + operator);
        };
    }

    private static int order(Object left, Object right) {
        if (left instanceof Long a && right instanceof Long b) {
            return Long.compare(a, b);
        }
        return text(left).compareTo(text(right));
    }

    private static String without(String text, String part, boolean front) {
        if (front) {
            return text.startsWith(part) ? text.substring(part.length()) : text;
        }
        return text.endsWith(part) ? text.substring(0, text.length() - part.length()) : text;
    }
}
