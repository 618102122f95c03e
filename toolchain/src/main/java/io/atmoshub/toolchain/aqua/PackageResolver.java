package io.atmoshub.toolchain.aqua;

import static java.util.Objects.requireNonNullElse;

import io.atmoshub.toolchain.aqua.Resolution.Asset;
import io.atmoshub.toolchain.aqua.Resolution.Compiled;
import io.atmoshub.toolchain.aqua.Resolution.Program;
import io.atmoshub.toolchain.aqua.Resolution.Unavailable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Says what a package is for a version on a machine: a file to download, something to compile, or why nothing.
public final class PackageResolver {
    private final GitHubAddresses gitHub;
    private final Templates templates;

    public PackageResolver(GitHubAddresses gitHub, Templates engine) {
        this.gitHub = gitHub;
        this.templates = new PlainTemplates(engine);
    }

    public Resolution resolve(AquaPackage tool, String version, Target target) {
        return resolve(tool, version, target, Map.of());
    }

    /// @param variables what templates call `.Vars`
    public Resolution resolve(AquaPackage tool, String version, Target target, Map<String, String> variables) {
        Definition definition = tool.at(version).on(target);
        Refusal refused = reason -> new Unavailable(tool.name(), version, target.platform(), reason);
        if (Boolean.TRUE.equals(definition.noAsset())) {
            return refused.because("this version has no file to download");
        }
        if (definition.errorMessage() != null && !definition.errorMessage().isEmpty()) {
            return refused.because(
                    "the registry says: " + definition.errorMessage().strip());
        }
        if (!definition.reach().supports(target.platform())) {
            Optional<Definition> built = definition.builtOn(target);
            if (built.isEmpty()) {
                return refused.because("it is not made for %s/%s, only for %s"
                        .formatted(
                                target.platform().os(),
                                target.platform().arch(),
                                String.join(
                                        ", ",
                                        requireNonNullElse(definition.reach().supportedEnvs(), List.of()))));
            }
            definition = built.get();
        }
        Optional<PackageType> type =
                PackageType.named(String.valueOf(definition.source().type()));
        if (type.isEmpty()) {
            return refused.because("its type \"%s\" is not known here"
                    .formatted(requireNonNullElse(definition.source().type(), "")));
        }
        String missing = missing(definition.source(), type.get());
        if (missing != null) {
            return refused.because("its definition has no " + missing);
        }
        var values = new HashMap<String, Object>(variables);
        for (Variable variable : requireNonNullElse(definition.variables(), List.<Variable>of())) {
            if (variable.fallback() != null) {
                values.putIfAbsent(variable.name(), variable.fallback());
            } else if (variable.required() && !values.containsKey(variable.name())) {
                return refused.because("it needs a value for the variable \"%s\"".formatted(variable.name()));
            }
        }
        var names = new Names(tool, definition, type.get(), version, target.platform(), values, templates);
        try {
            return type.get().compiled()
                    ? compiled(tool, definition, type.get(), version, target, names)
                    : asset(tool, definition, type.get(), version, target, names);
        } catch (Templates.TemplateFailure e) {
            return refused.because("a template of its definition fails: " + e.getMessage());
        }
    }

    private interface Refusal {
        Unavailable because(String reason);
    }

    private static @Nullable String missing(Source source, PackageType type) {
        return switch (type) {
            case GITHUB_RELEASE -> !source.hasRepo() ? "repository" : source.asset() == null ? "asset" : null;
            case GITHUB_CONTENT -> !source.hasRepo() ? "repository" : source.path() == null ? "path" : null;
            case GITHUB_ARCHIVE, GO_BUILD -> source.hasRepo() ? null : "repository";
            case HTTP -> source.url() == null ? "url" : null;
            case GO_INSTALL -> source.path() == null && !source.hasRepo() ? "path" : null;
            case CARGO -> source.crate() == null ? "crate" : null;
        };
    }

    private Asset asset(
            AquaPackage tool, Definition definition, PackageType type, String version, Target target, Names names) {
        Source source = definition.source();
        String owner = requireNonNullElse(source.repoOwner(), "");
        String repo = requireNonNullElse(source.repoName(), "");
        String asset = names.asset();
        String url =
                switch (type) {
                    case GITHUB_RELEASE -> gitHub.asset(owner, repo, version, asset);
                    case GITHUB_CONTENT -> gitHub.content(owner, repo, version, asset);
                    case GITHUB_ARCHIVE -> gitHub.archive(owner, repo, version);
                    case HTTP -> names.url();
                    case GO_INSTALL, GO_BUILD, CARGO -> throw new IllegalArgumentException(type + " has no asset");
                };
        var checks = new CheckResolver(gitHub, definition, version, names, asset, url);
        return new Asset(
                tool.name(),
                version,
                target.platform(),
                url,
                asset.isEmpty() ? version + ".tar.gz" : asset,
                FileNames.raw(names.format(), asset)
                        ? "raw"
                        : names.format().isEmpty() ? FileNames.format(asset) : names.format(),
                programs(names),
                checks.checksum(type == PackageType.GITHUB_RELEASE),
                checks.signatures());
    }

    private Compiled compiled(
            AquaPackage tool, Definition definition, PackageType type, String version, Target target, Names names) {
        Source source = definition.source();
        String owner = requireNonNullElse(source.repoOwner(), "");
        String repo = requireNonNullElse(source.repoName(), "");
        boolean goBuild = type == PackageType.GO_BUILD;
        String what =
                switch (type) {
                    case CARGO -> source.crate() + "@" + (version.startsWith("v") ? version.substring(1) : version);
                    case GO_INSTALL -> names.path() + "@" + version;
                    case GO_BUILD -> "github.com/%s/%s@%s".formatted(owner, repo, version);
                    case GITHUB_RELEASE, GITHUB_CONTENT, GITHUB_ARCHIVE, HTTP ->
                        throw new IllegalArgumentException(type + " is not compiled");
                };
        return new Compiled(
                tool.name(),
                version,
                target.platform(),
                type == PackageType.CARGO ? "cargo" : "go",
                what,
                goBuild ? Optional.of(gitHub.archive(owner, repo, version)) : Optional.empty(),
                arguments(source.cargo()),
                programs(names));
    }

    private static List<Program> programs(Names names) {
        return names.programs().stream().map(names::program).toList();
    }

    private static List<String> arguments(Source.@Nullable Cargo cargo) {
        if (cargo == null) {
            return List.of();
        }
        var arguments = new ArrayList<String>();
        if (cargo.allFeatures()) {
            arguments.add("--all-features");
        } else if (!cargo.features().isEmpty()) {
            arguments.add("--features=" + String.join(",", cargo.features()));
        }
        if (cargo.locked()) {
            arguments.add("--locked");
        }
        return arguments;
    }
}
