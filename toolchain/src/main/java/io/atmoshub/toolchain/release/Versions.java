package io.atmoshub.toolchain.release;

import io.atmoshub.toolchain.ToolchainException;
import io.atmoshub.toolchain.aqua.AquaPackage;
import io.atmoshub.toolchain.aqua.Definition;
import io.atmoshub.toolchain.aqua.PackageType;
import io.atmoshub.toolchain.aqua.Source;
import io.atmoshub.toolchain.fetch.Documents;
import io.atmoshub.toolchain.version.VersionWish;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// A package's versions, as tags, from where the registry says they are: the repository's releases or its tags, a
/// crate's, a Go module's.
public final class Versions {
    private final GitHubReleases gitHub;
    private final Documents documents;

    public Versions(GitHubReleases gitHub, Documents documents) {
        this.gitHub = gitHub;
        this.documents = documents;
    }

    /// The newest first. Only those that can be installed somewhere.
    public List<String> tags(AquaPackage tool) {
        var tags = new ArrayList<>(
                all(tool).stream().distinct().filter(tool::offers).toList());
        tags.sort(Comparator.comparing((String tag) -> number(tool, tag), VersionWish.order())
                .reversed());
        return tags;
    }

    /// Nothing when none is right.
    public Optional<String> tag(AquaPackage tool, VersionWish wish) {
        Definition definition = tool.definition();
        if (wish instanceof VersionWish.Latest && definition.versions().source() == null && onGitHub(definition)) {
            Optional<String> latest =
                    gitHub.latest(repository(definition.source())).filter(tool::offers);
            if (latest.isPresent()) {
                return latest;
            }
        }
        List<String> tags = tags(tool);
        List<String> numbers = tags.stream().map(tag -> number(tool, tag)).toList();
        return VersionWish.newest(wish, numbers).map(number -> tags.get(numbers.indexOf(number)));
    }

    /// A tag without what the package puts before its versions: `kustomize/v5.0.0` is 5.0.0.
    public static String number(AquaPackage tool, String tag) {
        String prefix = tool.at(tag).versions().prefix();
        String number = prefix != null && tag.startsWith(prefix) ? tag.substring(prefix.length()) : tag;
        return number.length() > 1 && number.charAt(0) == 'v' && Character.isDigit(number.charAt(1))
                ? number.substring(1)
                : number;
    }

    private List<String> all(AquaPackage tool) {
        Definition definition = tool.definition();
        Source source = definition.source();
        if (PackageType.CARGO.toString().equals(source.type()) && source.crate() != null) {
            return crate(source.crate());
        }
        if (source.goVersionPath() != null && !source.goVersionPath().isEmpty()) {
            return module(source.goVersionPath());
        }
        if (source.repoOwner() == null || source.repoName() == null) {
            throw new ToolchainException(
                    "The registry does not tell where the versions of %s are listed.".formatted(tool.name()),
                    "Name an exact version: %s@1.2.3".formatted(tool.name()));
        }
        return "github_tag".equals(definition.versions().source())
                ? gitHub.tags(repository(source))
                : gitHub.releases(repository(source));
    }

    private List<String> crate(String crate) {
        String address = "https://crates.io/api/v1/crates/%s/versions".formatted(crate);
        var versions = new ArrayList<String>();
        for (JsonNode version :
                Json.read(documents.get(URI.create(address), Map.of()), address).path("versions")) {
            if (!version.path("yanked").asBoolean(false)) {
                versions.add(version.path("num").asString(""));
            }
        }
        return versions;
    }

    /// The module proxy writes capital letters with an exclamation mark.
    private List<String> module(String path) {
        String escaped = path.replaceAll("([A-Z])", "!$1").toLowerCase(Locale.ROOT);
        String list = new String(
                documents.get(URI.create("https://proxy.golang.org/%s/@v/list".formatted(escaped)), Map.of()),
                StandardCharsets.UTF_8);
        return list.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static boolean onGitHub(Definition definition) {
        Source source = definition.source();
        return source.repoOwner() != null
                && source.repoName() != null
                && !PackageType.CARGO.toString().equals(source.type())
                && (source.goVersionPath() == null || source.goVersionPath().isEmpty());
    }

    private static String repository(Source source) {
        return source.repoOwner() + "/" + source.repoName();
    }
}
