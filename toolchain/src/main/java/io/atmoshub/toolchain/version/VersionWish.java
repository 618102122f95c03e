package io.atmoshub.toolchain.version;

import io.atmoshub.toolchain.ToolchainException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.semver4j.Semver;
import org.semver4j.range.RangeList;
import org.semver4j.range.RangeListFactory;

/// Which version somebody wants: this one, the latest, or one within bounds such as `~> 1.10`, `^0.54` or
/// `>= 1.5, < 2`.
public sealed interface VersionWish {
    record Exact(String version) implements VersionWish {}

    record Latest() implements VersionWish {}

    /// @param ranges what semver4j made of it
    /// @param without versions that are not meant (`!= 1.2.3`)
    record Within(String text, RangeList ranges, List<Semver> without) implements VersionWish {
        public Within {
            without = List.copyOf(without);
        }

        public boolean accepts(String version) {
            Semver semver = semver(version);
            return semver != null
                    && ranges.isSatisfiedBy(semver)
                    && without.stream().noneMatch(not -> not.isEquivalentTo(semver));
        }
    }

    Pattern NUMBER = Pattern.compile("v?[0-9]+(\\.[0-9]+){0,2}([-+].*)?");

    /// What only a constraint has in it.
    Pattern OPERATOR = Pattern.compile("[\\^~<>=!|,*\\s]|(^|\\.)[xX](\\.|$)");

    static VersionWish parse(String text) {
        String wish = text.strip();
        if (wish.isEmpty() || wish.equals("latest") || wish.equals("*")) {
            return new Latest();
        }
        if (!OPERATOR.matcher(wish).find()) {
            return new Exact(wish);
        }
        List<String> parts = Stream.of(wish.split(",")).map(String::strip).toList();
        List<Semver> without = parts.stream()
                .filter(part -> part.startsWith("!="))
                .map(part ->
                        Optional.ofNullable(semver(part.substring(2).strip())).orElseThrow(() -> wrong(wish)))
                .toList();
        String ranges = String.join(
                " ",
                parts.stream()
                        .filter(part -> !part.startsWith("!="))
                        .map(VersionWish::asNpm)
                        .toList());
        return new Within(wish, ranges(wish, ranges.isEmpty() ? "*" : ranges), without);
    }

    /// The newest of these that is meant, if there is one. Pre-releases only when one is asked for.
    static Optional<String> newest(VersionWish wish, Collection<String> versions) {
        return switch (wish) {
            case Exact(String version) ->
                versions.stream().filter(version::equals).findFirst();
            case Latest() ->
                versions.stream().filter(version -> !prerelease(version)).max(order());
            case Within within -> versions.stream().filter(within::accepts).max(order());
        };
    }

    /// From old to new; what is no version comes first.
    static Comparator<String> order() {
        return Comparator.comparing(
                GoVersion::parse,
                (left, right) -> left.isEmpty() || right.isEmpty()
                        ? Boolean.compare(left.isPresent(), right.isPresent())
                        : left.get().compareTo(right.get()));
    }

    static boolean prerelease(String version) {
        return GoVersion.parse(version)
                .map(parsed -> !parsed.prerelease().isEmpty())
                .orElse(true);
    }

    /// `1.10` is 1.10.0 here; tags with two numbers are common.
    private static @Nullable Semver semver(String version) {
        return NUMBER.matcher(version).matches() ? Semver.coerce(version) : null;
    }

    /// Ruby's and Terraform's `~>` is npm's `~` in these documents: `~> 1.10` leaves the patch open, nothing more.
    private static String asNpm(String part) {
        return part.replace("~>", "~").replaceAll("([\\^~<>=]) +", "$1");
    }

    private static RangeList ranges(String wish, String npm) {
        RangeList list;
        try {
            list = RangeListFactory.create(npm);
        } catch (IllegalArgumentException e) {
            // semver4j's own exception is one of these.
            throw wrong(wish);
        }
        if (list.get().isEmpty() || list.get().stream().anyMatch(List::isEmpty)) {
            throw wrong(wish);
        }
        return list;
    }

    private static ToolchainException wrong(String wish) {
        return new ToolchainException(
                "\"%s\" is no version and no constraint.".formatted(wish),
                "Write 1.10.3, latest, ~> 1.10, ^0.54, or \">= 1.5, < 2\".");
    }
}
