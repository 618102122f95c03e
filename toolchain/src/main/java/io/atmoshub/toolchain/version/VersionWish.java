package io.atmoshub.toolchain.version;

import io.atmoshub.project.version.VersionRange;
import io.atmoshub.toolchain.ToolchainException;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// Which version somebody wants: this one, the latest, or one within bounds such as `~> 1.10`, `^0.54` or
/// `>= 1.5, < 2`.
public sealed interface VersionWish {
    record Exact(String version) implements VersionWish {}

    record Latest() implements VersionWish {}

    record Within(VersionRange range) implements VersionWish {
        public boolean accepts(String version) {
            return range.accepts(version);
        }
    }

    static VersionWish parse(String text) {
        String wish = text.strip();
        if (wish.isEmpty() || wish.equals("latest") || wish.equals("*")) {
            return new Latest();
        }
        return VersionRange.isRange(wish)
                ? new Within(VersionRange.parse(wish).orElseThrow(() -> wrong(wish)))
                : new Exact(wish);
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

    private static ToolchainException wrong(String wish) {
        return new ToolchainException(
                "\"%s\" is no version and no constraint.".formatted(wish),
                "Write 1.10.3, latest, ~> 1.10, ^0.54, or \">= 1.5, < 2\".");
    }
}
