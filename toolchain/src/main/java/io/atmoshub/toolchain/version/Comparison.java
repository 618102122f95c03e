package io.atmoshub.toolchain.version;

import java.util.List;
import java.util.regex.Pattern;

/// What `semver(">= 1.2, < 2")` asks in a registry: all the comparisons hold. Unlike elsewhere, pre-releases count.
final class Comparison {
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");
    private static final List<String> OPERATORS = List.of(">=", "<=", "!=", ">", "<", "=");

    private Comparison() {}

    static boolean holds(String comparisons, String version) {
        if (COMMIT.matcher(version).matches()) {
            return false;
        }
        GoVersion mine = parsed(version);
        for (String comparison : comparisons.strip().split(",", -1)) {
            if (!one(comparison.strip(), mine)) {
                return false;
            }
        }
        return true;
    }

    private static boolean one(String comparison, GoVersion mine) {
        for (String operator : OPERATORS) {
            if (comparison.startsWith(operator)) {
                int order = mine.compareTo(
                        parsed(comparison.substring(operator.length()).strip()));
                return switch (operator) {
                    case ">=" -> order >= 0;
                    case "<=" -> order <= 0;
                    case "!=" -> order != 0;
                    case ">" -> order > 0;
                    case "<" -> order < 0;
                    default -> order == 0;
                };
            }
        }
        throw new ExpressionException(
                "\"%s\" has no operator; it has to be one of >=, >, <, <=, != and =".formatted(comparison));
    }

    private static GoVersion parsed(String text) {
        return GoVersion.parse(text).orElseThrow(() -> new ExpressionException("\"%s\" is no version".formatted(text)));
    }
}
