package io.atmoshub.project.version;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.semver4j.Semver;
import org.semver4j.range.RangeList;
import org.semver4j.range.RangeListFactory;

/// Bounds for a version, such as `~> 1.10`, `^0.54` or `>= 1.5, < 2`.
///
/// @param ranges what semver4j made of it
/// @param without versions that are not meant (`!= 1.2.3`)
public record VersionRange(String text, RangeList ranges, List<Semver> without) {
    private static final Pattern NUMBER = Pattern.compile("v?[0-9]+(\\.[0-9]+){0,2}([-+].*)?");
    private static final Pattern NUMBERS = Pattern.compile("[0-9]+(\\.[0-9]+){0,2}(-[0-9A-Za-z.-]+)?");

    /// What only a constraint has in it.
    private static final Pattern OPERATOR = Pattern.compile("[\\^~<>=!|,*\\s]|(^|\\.)[xX](\\.|$)");

    public VersionRange {
        without = List.copyOf(without);
    }

    /// Whether a text means bounds, and not one version.
    public static boolean isRange(String text) {
        return OPERATOR.matcher(text.strip()).find();
    }

    /// Nothing when it is none.
    public static Optional<VersionRange> parse(String text) {
        String wish = text.strip();
        List<Semver> without = new ArrayList<>();
        List<String> npm = new ArrayList<>();
        for (String part : Stream.of(wish.split(",")).map(String::strip).toList()) {
            if (!part.startsWith("!=")) {
                npm.add(asNpm(part));
                continue;
            }
            Semver not = semver(part.substring(2).strip());
            if (not == null) {
                return Optional.empty();
            }
            without.add(not);
        }
        return ranges(npm.isEmpty() ? "*" : String.join(" ", npm))
                .map(ranges -> new VersionRange(wish, ranges, without));
    }

    /// What lies within both. `||` binds less than the comma, so every way of one goes with every way of the other.
    public static String both(String left, String right) {
        List<String> ways = new ArrayList<>();
        for (String one : left.split("\\|\\|")) {
            for (String other : right.split("\\|\\|")) {
                ways.add(one.strip() + ", " + other.strip());
            }
        }
        return String.join(" || ", ways);
    }

    public boolean accepts(String version) {
        Semver semver = semver(version);
        return semver != null
                && ranges.isSatisfiedBy(semver)
                && without.stream().noneMatch(not -> not.isEquivalentTo(semver));
    }

    /// Whether a version can be within all of them. If any can, then the lowest can, and that is one of the numbers
    /// they name, or comes right behind one.
    public static boolean areCompatible(Collection<VersionRange> all) {
        List<Semver> candidates = new ArrayList<>(List.of(new Semver("0.0.0")));
        int without = 0;
        for (VersionRange range : all) {
            without += range.without().size();
            Matcher numbers = NUMBERS.matcher(range.text());
            while (numbers.find()) {
                Semver number = Semver.coerce(numbers.group());
                if (number != null) {
                    candidates.addAll(List.of(number, number.nextMinor(), number.nextMajor()));
                }
                Optional.ofNullable(Semver.parse(numbers.group())).ifPresent(candidates::add);
            }
        }
        for (Semver candidate : candidates) {
            Semver at = candidate;
            for (int i = 0; i <= without + 1; i++) {
                String version = at.getVersion();
                if (all.stream().allMatch(range -> range.accepts(version))) {
                    return true;
                }
                at = at.nextPatch();
            }
        }
        return false;
    }

    /// `1.10` is 1.10.0 here; tags with two numbers are common.
    private static @Nullable Semver semver(String version) {
        return NUMBER.matcher(version).matches() ? Semver.coerce(version) : null;
    }

    /// `~>` is npm's `~` here: `~> 1.10` leaves the patch open, nothing more.
    private static String asNpm(String part) {
        return part.replace("~>", "~").replaceAll("([\\^~<>=]) +", "$1");
    }

    private static Optional<RangeList> ranges(String npm) {
        RangeList list;
        try {
            list = RangeListFactory.create(npm);
        } catch (IllegalArgumentException e) {
            // semver4j's own exception is one of these.
            return Optional.empty();
        }
        return list.get().isEmpty() || list.get().stream().anyMatch(List::isEmpty)
                ? Optional.empty()
                : Optional.of(list);
    }
}
