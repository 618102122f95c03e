package io.atmoshub.toolchain.aqua;

import io.atmoshub.toolchain.version.Expression;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A package of a registry, whatever the version.
///
/// @param named it has a name of its own, and is not just called as its repository
public record AquaPackage(
        String name,
        boolean named,
        List<String> aliases,
        List<String> searchWords,
        String description,
        @Nullable String link,
        Definition definition,
        @Nullable String versionConstraint,
        List<VersionOverride> versionOverrides) {

    private static final Pattern TRIMMED = Pattern.compile("trimV +\\.Version|\\.Version *\\| *trimV");
    private static final Pattern EXACT = Pattern.compile("Version (?:==|in \\[|startsWith) *\"(v?)[0-9\"]");
    private static final Pattern MATCHES = Pattern.compile("Version matches *\"\\^[a-z/-]*?(v?)[0-9\\[\\\\]");

    /// What is different for some versions.
    public record VersionOverride(String versionConstraint, Definition definition) {}

    public AquaPackage {
        aliases = List.copyOf(aliases);
        searchWords = List.copyOf(searchWords);
        versionOverrides = List.copyOf(versionOverrides);
    }

    /// The first definition that claims a version. Without a constraint at the top nobody else is asked; when nobody
    /// claims it, the top has it.
    public Definition at(String version) {
        if (versionConstraint == null
                || versionConstraint.isEmpty()
                || claims(versionConstraint, definition.versions().prefixOrNone(), version)) {
            return definition;
        }
        for (VersionOverride override : versionOverrides) {
            String own = override.definition().versions().prefix();
            String prefix = own == null ? definition.versions().prefixOrNone() : own;
            if (claims(override.versionConstraint(), prefix, version)) {
                return override.definition().over(definition);
            }
        }
        return definition;
    }

    /// Whether a tag of the repository is a version of this package that can be installed somewhere.
    public boolean offers(String tag) {
        Definition meant = at(tag);
        String filter = meant.versions().filter();
        return tag.startsWith(meant.versions().prefixOrNone())
                && !tag.isEmpty()
                && !Boolean.TRUE.equals(meant.noAsset())
                && (meant.errorMessage() == null || meant.errorMessage().isEmpty())
                && (filter == null
                        || filter.isEmpty()
                        || Expression.holds(filter, expression -> expression.accepts(tag)));
    }

    /// How its tags look, as far as the definition betrays it.
    public enum TagStyle {
        WITH_V,
        WITHOUT_V,
        UNKNOWN
    }

    public TagStyle tagStyle() {
        String texts = Stream.concat(
                        Stream.of(definition), versionOverrides.stream().map(VersionOverride::definition))
                .map(Definition::source)
                .flatMap(source -> Stream.of(source.asset(), source.url()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
        String filter = definition.versions().filter();
        String constraints = Stream.concat(
                        Stream.of(versionConstraint, filter),
                        versionOverrides.stream().map(VersionOverride::versionConstraint))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
        if (TRIMMED.matcher(texts).find()) {
            return TagStyle.WITH_V;
        }
        return Stream.of(EXACT.matcher(constraints), MATCHES.matcher(constraints))
                .filter(Matcher::find)
                .findFirst()
                .map(found -> found.group(1).isEmpty() ? TagStyle.WITHOUT_V : TagStyle.WITH_V)
                .orElse(TagStyle.UNKNOWN);
    }

    /// Where the package's page is.
    public @Nullable String page() {
        if (link != null) {
            return link;
        }
        Source source = definition.source();
        return source.hasRepo() ? "https://github.com/%s/%s".formatted(source.repoOwner(), source.repoName()) : null;
    }

    private static boolean claims(String constraint, String prefix, String version) {
        return version.startsWith(prefix)
                && Expression.holds(
                        constraint, expression -> expression.accepts(version, version.substring(prefix.length())));
    }
}
