package io.atmoshub.toolchain.release;

import io.atmoshub.toolchain.Checksum;
import io.atmoshub.toolchain.Progress;
import io.atmoshub.toolchain.ToolchainException;
import io.atmoshub.toolchain.aqua.GitHubAddresses;
import io.atmoshub.toolchain.fetch.Answer;
import io.atmoshub.toolchain.fetch.Documents;
import io.atmoshub.toolchain.fetch.Through;
import io.atmoshub.toolchain.fetch.Web;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/// A repository's releases and tags. When GitHub's API answers no more questions, its pages and Git itself still tell
/// the versions: they are not counted.
public final class GitHubReleases {
    private static final int PER_PAGE = 100;
    private static final int PAGES = 30;
    private static final Map<String, String> JSON = Map.of("Accept", "application/vnd.github+json");

    private final Web web;
    private final Documents documents;
    private final GitHubAddresses gitHub;
    private final Progress progress;

    public GitHubReleases(Web web, Documents documents, GitHubAddresses gitHub, Progress progress) {
        this.web = web;
        this.documents = documents;
        this.gitHub = gitHub;
        this.progress = progress;
    }

    /// The tags of the releases that are neither drafts nor pre-releases, the newest first.
    public List<String> releases(String repository) {
        return orFromGit(repository, () -> {
            var tags = new ArrayList<String>();
            for (JsonNode release : pages(repository, "releases")) {
                if (!release.path("prerelease").asBoolean(false)
                        && !release.path("draft").asBoolean(false)) {
                    tags.add(release.path("tag_name").asString(""));
                }
            }
            return tags;
        });
    }

    public List<String> tags(String repository) {
        return orFromGit(repository, () -> {
            var tags = new ArrayList<String>();
            pages(repository, "tags").forEach(tag -> tags.add(tag.path("name").asString("")));
            return tags;
        });
    }

    /// What the repository itself calls its latest release.
    public Optional<String> latest(String repository) {
        try {
            return ask("%s/repos/%s/releases/latest".formatted(gitHub.api(), repository))
                    .map(release -> release.path("tag_name").asString(""))
                    .filter(tag -> !tag.isEmpty());
        } catch (ToolchainException e) {
            return instead(e, () -> latestByPage(repository));
        }
    }

    public boolean exists(String repository, String tag) {
        return ask(gitHub.release(repository, tag)).isPresent();
    }

    /// What GitHub says a release's asset adds up to; it does for those of the last years.
    public Optional<Checksum> digest(String releaseAddress, String asset) {
        return ask(releaseAddress).flatMap(release -> {
            for (JsonNode one : release.path("assets")) {
                if (one.path("name").asString("").equals(asset)) {
                    return Checksum.of(one.path("digest").asString(""));
                }
            }
            return Optional.empty();
        });
    }

    private List<JsonNode> pages(String repository, String what) {
        Optional<Through> hub = web.through().filter(_ -> gitHub.equals(GitHubAddresses.PUBLIC));
        if (hub.isPresent()) {
            return ask(hub.get().versions(repository, what).toString())
                    .map(all -> List.copyOf(all.values()))
                    .orElseThrow(() -> nothing(repository));
        }
        var all = new ArrayList<JsonNode>();
        for (int page = 1; page <= PAGES; page++) {
            Optional<JsonNode> part =
                    ask("%s/repos/%s/%s?per_page=%d&page=%d".formatted(gitHub.api(), repository, what, PER_PAGE, page));
            if (part.isEmpty()) {
                throw nothing(repository);
            }
            part.get().forEach(all::add);
            if (part.get().size() < PER_PAGE) {
                break;
            }
        }
        return all;
    }

    private static ToolchainException nothing(String repository) {
        return new ToolchainException(
                "There is no repository %s on GitHub, or it is private.".formatted(repository),
                "Check the registry's definition, and ATMOS_GITHUB_TOKEN.");
    }

    private Optional<JsonNode> ask(String address) {
        return documents.find(URI.create(address), JSON).map(body -> Json.read(body, address));
    }

    private List<String> orFromGit(String repository, Supplier<List<String>> api) {
        try {
            return api.get();
        } catch (ToolchainException e) {
            return instead(e, () -> tagsByGit(repository));
        }
    }

    private <T> T instead(ToolchainException trouble, Supplier<T> other) {
        if (web.offline()) {
            throw trouble;
        }
        T found;
        try {
            found = other.get();
        } catch (ToolchainException e) {
            trouble.addSuppressed(e);
            throw trouble;
        }
        progress.say(trouble.what() + " Its pages tell the versions instead. " + trouble.hint());
        return found;
    }

    private Optional<String> latestByPage(String repository) {
        Answer page = web.get(URI.create("%s/%s/releases/latest".formatted(gitHub.web(), repository)), Map.of())
                .orFail();
        String path = page.address().getPath();
        int tag = path.indexOf("/releases/tag/");
        return tag < 0 ? Optional.empty() : Optional.of(path.substring(tag + "/releases/tag/".length()));
    }

    private List<String> tagsByGit(String repository) {
        URI refs = URI.create("%s/%s.git/info/refs?service=git-upload-pack".formatted(gitHub.web(), repository));
        String text = new String(documents.get(refs, Map.of()), StandardCharsets.UTF_8);
        List<String> tags = text.lines()
                .map(line -> line.indexOf("refs/tags/") < 0 ? "" : line.substring(line.indexOf("refs/tags/") + 10))
                .map(tag -> tag.split("\0", 2)[0])
                .filter(tag -> !tag.isEmpty() && !tag.endsWith("^{}"))
                .toList();
        if (tags.isEmpty()) {
            throw new ToolchainException(
                    "%s tells no versions of %s.".formatted(gitHub.web(), repository), "Name an exact version.");
        }
        return tags.reversed();
    }
}
