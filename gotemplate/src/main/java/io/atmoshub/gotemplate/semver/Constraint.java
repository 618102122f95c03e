package io.atmoshub.gotemplate.semver;

import io.atmoshub.gotemplate.FunctionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What versions will do: `^1.2 || >=2.1, <2.5`, `~1.4`, `1.x`, `1.2 - 1.4`.
public record Constraint(List<List<Rule>> alternatives) {

    private static final class Syntax {
        static final Pattern RANGE = Pattern.compile("(\\S+)\\s+-\\s+(\\S+)");
        static final Pattern RULE = Pattern.compile("(=|!=|>|<|>=|=>|<=|=<|~|~>|\\^)?\\s*v?([0-9]{1,18}|[xX*])"
                + "(?:\\.([0-9]{1,18}|[xX*]))?(?:\\.([0-9]{1,18}|[xX*]))?(?:-([0-9A-Za-z.-]+))?(?:\\+[0-9A-Za-z.-]+)?");
    }

    /// @throws FunctionException when it isn't a constraint
    public static Constraint parse(String text) {
        if (text.length() > 512) {
            throw new FunctionException("this constraint is too long.");
        }
        var alternatives = new ArrayList<List<Rule>>();
        for (String alternative : text.split("\\|\\|", -1)) {
            String ranges = Syntax.RANGE.matcher(alternative).replaceAll(">= $1, <= $2");
            alternatives.add(rules(text, ranges.strip()));
        }
        return new Constraint(List.copyOf(alternatives));
    }

    private static List<Rule> rules(String whole, String text) {
        var rules = new ArrayList<Rule>();
        var matcher = Syntax.RULE.matcher(text);
        int at = 0;
        while (at < text.length() || rules.isEmpty()) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw new FunctionException(
                        "\"" + whole + "\" isn't a constraint on versions; write it like \"^1.2\".");
            }
            rules.add(
                    Rule.of(matcher.group(1), matcher.group(2), matcher.group(3), matcher.group(4), matcher.group(5)));
            at = matcher.end();
            while (at < text.length() && ", ".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
        }
        return List.copyOf(rules);
    }

    public boolean allows(Version version) {
        return alternatives.stream().anyMatch(rules -> rules.stream().allMatch(rule -> rule.allows(version)));
    }

    /// One comparison.
    ///
    /// @param parts how many parts of the version are given; the rest may be anything
    record Rule(String operator, Version version, int parts) {

        static Rule of(
                @Nullable String operator,
                String major,
                @Nullable String minor,
                @Nullable String patch,
                @Nullable String prerelease) {
            int parts = !isNumber(major) ? 0 : !isNumber(minor) ? 1 : !isNumber(patch) ? 2 : 3;
            var version = Version.parse((parts > 0 ? major : "0") + "." + (parts > 1 ? minor : "0") + "."
                    + (parts > 2 ? patch : "0") + (prerelease == null ? "" : "-" + prerelease));
            return new Rule(Objects.requireNonNullElse(operator, ""), version, parts);
        }

        private static boolean isNumber(@Nullable String part) {
            return part != null && Character.isDigit(part.charAt(0));
        }

        /// Versions before a release only count where the rule names one too.
        boolean allows(Version candidate) {
            boolean early =
                    !candidate.prerelease().isEmpty() && version.prerelease().isEmpty();
            return switch (operator) {
                case "!=" -> !early && (parts < 3 ? !samePrefix(candidate) : candidate.compareTo(version) != 0);
                case ">" ->
                    !early
                            && (parts < 3
                                    ? candidate.compareTo(version) > 0 && !samePrefix(candidate)
                                    : candidate.compareTo(version) > 0);
                case "<" -> !early && candidate.compareTo(version) < 0;
                case ">=", "=>" -> !early && candidate.compareTo(version) >= 0;
                case "<=", "=<" ->
                    !early && ((parts < 3 && samePrefix(candidate)) || candidate.compareTo(version) <= 0);
                case "~", "~>" -> !early && candidate.compareTo(version) >= 0 && samePrefix(candidate);
                case "^" -> !early && candidate.compareTo(version) >= 0 && caret(candidate);
                default -> parts < 3 ? !early && samePrefix(candidate) : candidate.compareTo(version) == 0;
            };
        }

        private boolean samePrefix(Version candidate) {
            return parts == 0
                    || (candidate.major() == version.major() && (parts == 1 || candidate.minor() == version.minor()));
        }

        private boolean caret(Version candidate) {
            if (parts == 0) {
                return true;
            }
            if (version.major() > 0 || parts == 1) {
                return candidate.major() == version.major();
            }
            if (candidate.major() != 0) {
                return false;
            }
            if (version.minor() > 0 || parts == 2) {
                return candidate.minor() == version.minor();
            }
            return candidate.minor() == 0 && candidate.patch() == version.patch();
        }
    }
}
