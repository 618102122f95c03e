package io.atmoshub.mirror.policy;

import io.atmoshub.mirror.MirrorException;
import io.atmoshub.mirror.ledger.MirrorDatabase;
import io.atmoshub.mirror.pull.Found;
import io.atmoshub.mirror.pull.PullThrough;
import io.atmoshub.mirror.upstream.UpstreamAddress;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// When a version was published, as GitHub says, and when this hub first heard of it: both stay what they were first.
final class Releases {
    private static final JsonMapper JSON = new JsonMapper();

    /// A version's two dates.
    record Dates(Optional<Instant> published, Instant firstSeen) {}

    private final MirrorDatabase database;
    private final PullThrough mirror;
    private final Clock clock;

    Releases(MirrorDatabase database, PullThrough mirror, Clock clock) {
        this.database = database;
        this.mirror = mirror;
        this.clock = clock;
    }

    Dates of(UpstreamAddress address, String tool, String version) throws IOException {
        Optional<Dates> known = known(tool, version);
        if (known.isPresent()) {
            return known.get();
        }
        OffsetDateTime published = published(address, tool, version)
                .map(at -> at.atOffset(ZoneOffset.UTC))
                .orElse(null);
        // What was taken before anybody asked for ages was seen then.
        database.call(connection -> published == null
                ? MirrorDatabase.update(
                        connection,
                        "insert into mirror_release (tool, version, first_seen) select ?, ?, coalesce((select"
                                + " min(first_seen) from mirror_file where tool = ? and version = ?), ?)"
                                + " on conflict do nothing",
                        tool,
                        version,
                        tool,
                        version,
                        now())
                : MirrorDatabase.update(
                        connection,
                        "insert into mirror_release (tool, version, published, first_seen) select ?, ?, ?, coalesce((select"
                                + " min(first_seen) from mirror_file where tool = ? and version = ?), ?)"
                                + " on conflict do nothing",
                        tool,
                        version,
                        published,
                        tool,
                        version,
                        now()));
        return known(tool, version).orElseThrow();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private Optional<Dates> known(String tool, String version) {
        return database.first(
                "select published, first_seen from mirror_release where tool = ? and version = ?",
                Releases::dates,
                tool,
                version);
    }

    static Dates dates(ResultSet row) throws SQLException {
        return new Dates(
                Optional.ofNullable(row.getObject("published", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getObject("first_seen", OffsetDateTime.class).toInstant());
    }

    private Optional<Instant> published(UpstreamAddress address, String tool, String version) throws IOException {
        if (!address.host().equals("github.com")) {
            return Optional.empty();
        }
        var release = new UpstreamAddress("api.github.com", "/repos/%s/releases/tags/%s".formatted(tool, version));
        try (Found found = mirror.get(release, "application/json", false)) {
            return found instanceof Found.Document document
                    ? Optional.of(Instant.parse(
                            JSON.readTree(document.body()).path("published_at").asString("")))
                    : Optional.empty();
        } catch (MirrorException | JacksonException | DateTimeParseException _) {
            // Then what this hub saw counts alone.
            return Optional.empty();
        }
    }
}
