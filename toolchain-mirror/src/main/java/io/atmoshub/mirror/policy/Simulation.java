package io.atmoshub.mirror.policy;

import io.atmoshub.hub.mirror.PolicyEffect;
import io.atmoshub.mirror.ledger.MirrorDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a policy would have said about the downloads of the last thirty days, where that differs from the one that
/// holds. Each is judged as of its last minute.
public final class Simulation {
    private static final Duration LOOKED_BACK = Duration.ofDays(30);
    /// Downloads are counted by the minute.
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private static final int MOST = 10_000;
    private static final String DOWNLOADS = """
            select f.tool, f.version, d.who, sum(d.count) count, max(d.minute) last,
                min(coalesce(r.first_seen, f.first_seen)) first_seen, min(r.published) published,
                bool_and(exists (select 1 from mirror_evidence e where e.address = f.address)) vouched
            from mirror_download d join mirror_file f on f.address = d.address
                left join mirror_release r on r.tool = f.tool and r.version = f.version
            where d.minute > ? group by f.tool, f.version, d.who order by f.tool, f.version, d.who limit ?""";

    private final MirrorDatabase database;
    private final Clock clock;

    private record Download(Candidate wanted, String who, long count, Instant last) {}

    public Simulation(MirrorDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public List<PolicyEffect> of(MirrorPolicy now, MirrorPolicy then) {
        return downloads().stream()
                .map(one -> new PolicyEffect(
                        one.wanted().tool(),
                        one.wanted().version(),
                        one.who(),
                        one.count(),
                        one.last(),
                        words(now, one),
                        words(then, one)))
                .filter(PolicyEffect::differs)
                .toList();
    }

    private static @Nullable String words(MirrorPolicy policy, Download one) {
        return policy.judge(one.wanted(), one.last().plus(A_MINUTE), true)
                .map(Refusal::what)
                .orElse(null);
    }

    private List<Download> downloads() {
        return database.list(
                DOWNLOADS,
                row -> new Download(
                        new Candidate(
                                row.getString("tool"),
                                row.getString("version"),
                                Optional.ofNullable(row.getObject("published", OffsetDateTime.class))
                                        .map(OffsetDateTime::toInstant),
                                row.getObject("first_seen", OffsetDateTime.class)
                                        .toInstant(),
                                row.getBoolean("vouched"),
                                Optional.empty()),
                        row.getString("who"),
                        row.getLong("count"),
                        row.getObject("last", OffsetDateTime.class).toInstant()),
                clock.instant().minus(LOOKED_BACK).atOffset(ZoneOffset.UTC),
                MOST);
    }
}
