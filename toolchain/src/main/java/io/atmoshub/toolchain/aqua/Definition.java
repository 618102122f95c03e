package io.atmoshub.toolchain.aqua;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How to get a package: all of it at the top, and in overrides what is different there. What is null was not said.
public record Definition(
        Source source,
        Reach reach,
        VersionRules versions,
        Checks checks,
        @Nullable List<ToolFile> files,
        @Nullable Build build,
        @Nullable List<Variable> variables,
        @Nullable Boolean noAsset,
        @Nullable String errorMessage) {
    public Definition {
        files = files == null ? null : List.copyOf(files);
        variables = variables == null ? null : List.copyOf(variables);
    }

    static <T> @Nullable T or(@Nullable T mine, @Nullable T base) {
        return mine == null ? base : mine;
    }

    /// This version's definition: what it says itself, and the rest from above.
    Definition over(Definition above) {
        Definition base = above.become(source.type());
        return new Definition(
                source.over(base.source),
                reach.over(base.reach),
                versions.over(base.versions),
                checks.over(base.checks),
                or(files, base.files),
                or(build, base.build),
                or(variables, base.variables),
                or(noAsset, base.noAsset),
                or(errorMessage, base.errorMessage));
    }

    Definition on(Target target) {
        List<Reach.FormatOverride> formats = reach.formatOverrides() == null ? List.of() : reach.formatOverrides();
        Definition formatted = formats.stream()
                .filter(format -> format.os().equals(target.platform().os()))
                .findFirst()
                .map(format -> with(source.withFormat(format.format())))
                .orElse(this);
        List<RuntimeOverride> overrides = reach.overrides() == null ? List.of() : reach.overrides();
        return overrides.stream()
                .filter(override -> override.matches(target))
                .findFirst()
                .map(override -> formatted.with(override.definition()))
                .orElse(formatted);
    }

    /// Built from source, where the definition says how.
    Optional<Definition> builtOn(Target target) {
        if (build == null || !build.enabled()) {
            return Optional.empty();
        }
        if (build.excludedEnvs() != null
                && Reach.among(build.excludedEnvs(), target.platform(), reach.emulates(target.platform()))) {
            return Optional.empty();
        }
        Definition base = String.valueOf(build.type()).equals(source.type()) ? this : become(build.type());
        Source from = base.source;
        Source built = new Source(
                from.type(),
                from.repoOwner(),
                from.repoName(),
                from.asset(),
                from.crate(),
                from.url(),
                or(build.path(), from.path()),
                from.format(),
                from.goVersionPath(),
                from.cargo(),
                from.endings());
        return Optional.of(new Definition(
                built,
                base.reach,
                base.versions,
                base.checks,
                or(build.files(), files),
                build,
                variables,
                noAsset,
                errorMessage));
    }

    private Definition with(Source other) {
        return new Definition(other, reach, versions, checks, files, build, variables, noAsset, errorMessage);
    }

    /// For one platform: its words are added to those there are.
    private Definition with(Definition platform) {
        Definition base = become(platform.source.type());
        return new Definition(
                platform.source.over(base.source),
                base.reach.adding(platform.reach.replacements()),
                base.versions,
                platform.checks.over(base.checks),
                or(platform.files, base.files),
                build,
                or(platform.variables, base.variables),
                noAsset,
                errorMessage);
    }

    private Definition become(@Nullable String name) {
        if (name == null) {
            return this;
        }
        return PackageType.named(name)
                .map(type -> new Definition(
                        source.become(type),
                        type.compiled() ? reach.withoutEmulation() : reach,
                        versions,
                        type.compiled() ? checks.withoutSignatures() : checks,
                        files,
                        build,
                        variables,
                        noAsset,
                        errorMessage))
                .orElse(this);
    }
}
