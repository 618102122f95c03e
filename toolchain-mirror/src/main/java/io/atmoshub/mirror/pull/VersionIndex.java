package io.atmoshub.mirror.pull;

import io.atmoshub.mirror.MirrorException;
import io.atmoshub.mirror.MirrorException.Kind;
import io.atmoshub.mirror.upstream.UpstreamAddress;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// All versions of a repository on GitHub, from what its API says, whether or not anybody fetched them: in one answer
/// and without what nobody needs. Its pages are documents like others, asked for once and kept for a while.
public final class VersionIndex {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int PER_PAGE = 100;
    private static final int PAGES = 30;
    private static final int MOST_KEPT = 500;

    private record Asked(String repository, String what) {}

    private record Kept(JsonNode versions, Instant at) {}

    private final PullThrough mirror;
    private final Duration ttl;
    private final Clock clock;
    private final Map<Asked, Kept> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, Kept> eldest) {
            return size() > MOST_KEPT;
        }
    };

    public VersionIndex(PullThrough mirror, Duration ttl, Clock clock) {
        this.mirror = mirror;
        this.ttl = ttl;
        this.clock = clock;
    }

    /// @param repository `owner/repo`
    /// @param what `releases` or `tags`
    public JsonNode of(String repository, String what) throws IOException {
        if (!repository.matches("[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+") || !what.matches("releases|tags")) {
            throw new MirrorException(
                    Kind.REFUSED,
                    "This names no repository.",
                    "Ask for /mirror/versions/OWNER/REPO, with ?of=releases or ?of=tags.");
        }
        var asked = new Asked(repository, what);
        Optional<Kept> known = kept(asked);
        if (known.isPresent()) {
            return known.get().versions();
        }
        ArrayNode all = JSON.createArrayNode();
        for (int page = 1; page <= PAGES; page++) {
            JsonNode part = page(repository, what, page);
            part.forEach(one -> all.add(small(one)));
            if (part.size() < PER_PAGE) {
                break;
            }
        }
        synchronized (kept) {
            kept.put(asked, new Kept(all, clock.instant()));
        }
        return all;
    }

    private Optional<Kept> kept(Asked asked) {
        synchronized (kept) {
            return Optional.ofNullable(kept.get(asked))
                    .filter(one -> one.at().plus(ttl).isAfter(clock.instant()));
        }
    }

    private JsonNode page(String repository, String what, int page) throws IOException {
        UpstreamAddress address = new UpstreamAddress(
                "api.github.com", "/repos/%s/%s?per_page=%d&page=%d".formatted(repository, what, PER_PAGE, page));
        try (Found found = mirror.get(address, "application/vnd.github+json", false)) {
            if (found instanceof Found.Document document) {
                return JSON.readTree(document.body());
            }
        } catch (JacksonException e) {
            throw new MirrorException(
                    Kind.UNREACHABLE, "%s answers nonsense.".formatted(address), "Ask again later.", null, e);
        }
        throw new IllegalStateException(address + " is pinned");
    }

    private static ObjectNode small(JsonNode one) {
        ObjectNode small = JSON.createObjectNode();
        for (String name : new String[] {"tag_name", "name", "prerelease", "draft", "published_at"}) {
            if (one.has(name) && !one.path(name).isNull()) {
                small.set(name, one.path(name));
            }
        }
        return small;
    }
}
