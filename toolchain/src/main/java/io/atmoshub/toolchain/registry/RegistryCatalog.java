package io.atmoshub.toolchain.registry;

import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.toolchain.Installable;
import io.atmoshub.toolchain.Platform;
import io.atmoshub.toolchain.Progress;
import io.atmoshub.toolchain.ToolId;
import io.atmoshub.toolchain.ToolchainException;
import io.atmoshub.toolchain.aqua.AquaPackage;
import io.atmoshub.toolchain.aqua.GitHubAddresses;
import io.atmoshub.toolchain.aqua.GoTemplates;
import io.atmoshub.toolchain.aqua.PackageResolver;
import io.atmoshub.toolchain.aqua.Resolution;
import io.atmoshub.toolchain.aqua.Target;
import io.atmoshub.toolchain.fetch.Documents;
import io.atmoshub.toolchain.fetch.Web;
import io.atmoshub.toolchain.registry.Registries.Found;
import io.atmoshub.toolchain.release.GitHubReleases;
import io.atmoshub.toolchain.release.Versions;
import io.atmoshub.toolchain.version.VersionWish;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The tools that the registries know. Versions are numbers here, as people write them; which tag that is, `v1.2.3` or
/// `kustomize/v1.2.3`, is found out. A registry that has nothing for a version leaves it to the next.
public final class RegistryCatalog {
    private final Registries registries;
    private final PackageResolver resolver;
    private final Versions versions;
    private final GitHubReleases releases;
    private final Tags tags;

    public RegistryCatalog(
            Registries registries, PackageResolver resolver, Versions versions, GitHubReleases releases) {
        this.registries = registries;
        this.resolver = resolver;
        this.versions = versions;
        this.releases = releases;
        this.tags = new Tags(releases);
    }

    /// @param section the `toolchain` section of `atmos.yaml`
    /// @param folder from where its paths start
    /// @param cache where indexes of registries are kept
    /// @param ttl how long a registry from the network is not asked for again
    public static RegistryCatalog open(
            @Nullable YamlMapping section,
            Path folder,
            Path cache,
            Duration ttl,
            GitHubAddresses gitHub,
            Web web,
            Documents documents,
            Progress progress) {
        var releases = new GitHubReleases(web, documents, gitHub, progress);
        return new RegistryCatalog(
                new Registries(RegistrySettings.of(section, folder), cache, ttl, web.offline(), documents, progress),
                new PackageResolver(gitHub, new GoTemplates()),
                new Versions(releases, documents),
                releases);
    }

    /// What a tool is, and which registry says so.
    public record Answer(String registry, Resolution resolution) {}

    public Registries registries() {
        return registries;
    }

    /// The tool that people mean by this: an alias, a registry's name for it, or `owner/repo`.
    ///
    /// @throws ToolchainException when there is none, with the names that come near
    public ToolId named(String name) {
        return new ToolId(registries.named(name).tool().name());
    }

    /// Its versions, the newest first.
    public List<String> versions(ToolId tool) {
        AquaPackage found = find(tool.value()).tool();
        return versions.tags(found).stream()
                .map(tag -> Versions.number(found, tag))
                .distinct()
                .toList();
    }

    /// The version that is meant by an exact one, `latest` or a constraint.
    public String version(ToolId tool, String wish) {
        return version(tool.value(), wish);
    }

    /// For tools of any name, also those that can't be installed.
    public String version(String tool, String wish) {
        VersionWish wanted = VersionWish.parse(wish);
        if (wanted instanceof VersionWish.Exact(String exact)) {
            return exact;
        }
        String name = find(tool).tool().name();
        return registries
                .all(name)
                .flatMap(found ->
                        versions.tag(found.tool(), wanted).map(tag -> Versions.number(found.tool(), tag)).stream())
                .findFirst()
                .orElseThrow(() -> new ToolchainException(
                        "%s has no version that is %s.".formatted(tool, wish),
                        "See its versions with: atmos toolchain get %s".formatted(tool)));
    }

    /// An exact version, for one platform.
    public Installable resolve(ToolId tool, String version, Platform platform) {
        Answer sure = answer(tool.value(), Target.of(platform), found -> tags.certain(found, version));
        return switch (sure.resolution()) {
            case Resolution.Asset asset -> InstallableAsset.of(tool, version, asset, releases);
            case Resolution.Compiled compiled ->
                throw new ToolchainException(
                        "%s@%s has to be compiled, which needs %s.".formatted(tool, version, compiled.compiler()),
                        "Build %s with it, and put the program into .tools/%s/%s yourself."
                                .formatted(compiled.what(), tool, version));
            case Resolution.Unavailable unavailable ->
                throw new ToolchainException(
                        "%s@%s can't be installed: %s.".formatted(tool, version, unavailable.reason()),
                        "Choose another version: atmos toolchain get %s".formatted(tool));
        };
    }

    /// What an exact version is on a machine. Nobody is asked for its tag when that is known otherwise.
    public Answer answer(String tool, String version, Target target) {
        return answer(tool, target, found -> tags.likely(found, version));
    }

    /// The same for a tag, as lock files have it.
    public Answer answerForTag(String tool, String tag, Target target) {
        return answer(tool, target, found -> tag);
    }

    private Answer answer(String tool, Target target, Function<AquaPackage, String> tag) {
        Found first = find(tool);
        Optional<Answer> other = registries
                .all(first.tool().name())
                .map(found -> new Answer(
                        found.registry().name(), resolver.resolve(found.tool(), tag.apply(found.tool()), target)))
                .filter(answer -> !(answer.resolution() instanceof Resolution.Unavailable))
                .findFirst();
        return other.orElseGet(() ->
                new Answer(first.registry().name(), resolver.resolve(first.tool(), tag.apply(first.tool()), target)));
    }

    private Found find(String tool) {
        return registries.find(tool).orElseGet(() -> registries.named(tool));
    }
}
