package io.atmoshub.mirror.ledger;

import io.atmoshub.mirror.blob.BlobId;
import io.atmoshub.mirror.ledger.Pinned.ToolFile;
import io.atmoshub.mirror.ledger.Quarantined.Decided;
import io.atmoshub.mirror.ledger.Quarantined.Decision;
import io.atmoshub.mirror.upstream.UpstreamAddress;
import io.atmoshub.toolchain.Checksum;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What each address gave first. It is pinned for good: what comes later and differs waits for an admin.
public final class Ledger {
    private static final String FILE =
            "select address, tool, version, platform, sha256, size, media_type, last_modified, first_seen"
                    + " from mirror_file ";

    private final MirrorDatabase database;
    private final Clock clock;

    public Ledger(MirrorDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public Optional<Pinned> find(UpstreamAddress address) {
        return database.first(FILE + "where address = ?", Ledger::pinned, address.toString());
    }

    /// The most recent first.
    public List<Pinned> newest(int most) {
        return database.list(FILE + "order by first_seen desc, address limit ?", Ledger::pinned, most);
    }

    /// Pins what came first, with its evidence, in the caller's transaction. Of two that come at once one is first; the
    /// answer is what is pinned.
    public Pinned pin(Connection connection, Pinned file, List<Evidence> evidence) throws SQLException {
        int added = MirrorDatabase.update(
                connection,
                """
                insert into mirror_file
                    (address, tool, version, platform, sha256, size, media_type, last_modified, first_seen)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (address) do nothing""",
                file.address().toString(),
                file.tool().tool(),
                file.tool().version(),
                file.tool().platform(),
                file.blob().hex(),
                file.size(),
                file.mediaType(),
                file.lastModified(),
                at(file.firstSeen()));
        if (added == 1) {
            for (int i = 0; i < evidence.size(); i++) {
                add(connection, file.address(), i + 1, evidence.get(i));
            }
            return file;
        }
        return MirrorDatabase.list(
                        connection,
                        FILE + "where address = ?",
                        Ledger::pinned,
                        file.address().toString())
                .getFirst();
    }

    private void add(Connection connection, UpstreamAddress address, int seq, Evidence evidence) throws SQLException {
        MirrorDatabase.update(
                connection,
                """
                insert into mirror_evidence (address, seq, kind, said, source, document, at)
                values (?, ?, ?, ?, ?, ?, ?)""",
                address.toString(),
                seq,
                evidence.kind(),
                evidence.said().toString(),
                evidence.source(),
                evidence.document(),
                at(clock.instant()));
    }

    public List<Evidence> evidence(UpstreamAddress address) {
        return database.list(
                "select kind, said, source, document from mirror_evidence where address = ? order by seq",
                row -> new Evidence(
                        row.getString("kind"),
                        Checksum.of(row.getString("said")).orElseThrow(),
                        row.getString("source"),
                        row.getBytes("document")),
                address.toString());
    }

    /// Upstream gave something else than what is pinned. True when nobody knew that yet.
    public boolean differs(Pinned pinned, BlobId seen, long size) {
        return database.update(
                        """
                        insert into mirror_quarantine (id, address, kept, seen, seen_size, found_at)
                        values (?, ?, ?, ?, ?, ?) on conflict (address, kept, seen) do nothing""",
                        UUID.randomUUID(),
                        pinned.address().toString(),
                        pinned.blob().hex(),
                        seen.hex(),
                        size,
                        at(clock.instant()))
                == 1;
    }

    /// The undecided first, then the newest.
    public List<Quarantined> quarantine(int most) {
        return database.list(
                "select * from mirror_quarantine order by decision is not null, found_at desc limit ?",
                Ledger::quarantined,
                most);
    }

    /// Nothing when there is no such thing to decide, or somebody was faster. What is accepted is pinned from now on;
    /// it has no evidence but the decision.
    public Optional<Quarantined> decide(UUID id, Decision decision, String reason, String by) {
        return database.call(connection -> {
            Optional<Quarantined> decided = MirrorDatabase.list(
                            connection, """
                            update mirror_quarantine set decision = ?, reason = ?, decided_by = ?, decided_at = ?
                            where id = ? and decision is null returning *""", Ledger::quarantined, decision.name(), reason, by, at(clock.instant()), id)
                    .stream()
                    .findFirst();
            if (decided.isPresent() && decision == Decision.ACCEPT) {
                Quarantined what = decided.get();
                String address = what.address().toString();
                MirrorDatabase.update(connection, "delete from mirror_evidence where address = ?", address);
                MirrorDatabase.update(
                        connection,
                        "update mirror_file set sha256 = ?, size = ?, first_seen = ? where address = ?",
                        what.seen().hex(),
                        what.seenSize(),
                        at(clock.instant()),
                        address);
            }
            return decided;
        });
    }

    /// From now on nobody gets these bytes, at whatever address.
    public void block(BlobId blob, String reason, String by) {
        database.update("""
                insert into mirror_block (sha256, reason, blocked_by, blocked_at) values (?, ?, ?, ?)
                on conflict (sha256) do update set reason = excluded.reason""", blob.hex(), reason, by, at(clock.instant()));
    }

    public boolean unblock(BlobId blob) {
        return database.update("delete from mirror_block where sha256 = ?", blob.hex()) == 1;
    }

    /// Why nobody gets them.
    public Optional<String> blocked(BlobId blob) {
        return database.first("select reason from mirror_block where sha256 = ?", row -> row.getString(1), blob.hex());
    }

    /// Somebody took bytes. Counted by person, file and minute.
    public void taken(Pinned file, String who, long bytes) {
        database.update(
                """
                insert into mirror_download (minute, who, address, sha256, count, bytes) values (?, ?, ?, ?, 1, ?)
                on conflict (minute, who, address, sha256)
                do update set count = mirror_download.count + 1, bytes = mirror_download.bytes + excluded.bytes""",
                at(clock.instant().truncatedTo(ChronoUnit.MINUTES)),
                who,
                file.address().toString(),
                file.blob().hex(),
                bytes);
    }

    /// Who took a file, when last, and how often.
    public record Taken(String who, UpstreamAddress address, long count, long bytes, Instant last) {}

    public List<Taken> takers(BlobId blob) {
        return database.list(
                """
                select who, address, sum(count) count, sum(bytes) bytes, max(minute) last from mirror_download
                where sha256 = ? group by who, address order by last desc, who""",
                row -> new Taken(
                        row.getString("who"),
                        address(row),
                        row.getLong("count"),
                        row.getLong("bytes"),
                        instant(row, "last")),
                blob.hex());
    }

    private static Pinned pinned(ResultSet row) throws SQLException {
        return new Pinned(
                address(row),
                new ToolFile(row.getString("tool"), row.getString("version"), row.getString("platform")),
                new BlobId(row.getString("sha256")),
                row.getLong("size"),
                row.getString("media_type"),
                row.getString("last_modified"),
                instant(row, "first_seen"));
    }

    private static Quarantined quarantined(ResultSet row) throws SQLException {
        String decision = row.getString("decision");
        return new Quarantined(
                row.getObject("id", UUID.class),
                address(row),
                new BlobId(row.getString("kept")),
                new BlobId(row.getString("seen")),
                row.getLong("seen_size"),
                instant(row, "found_at"),
                decision == null
                        ? Optional.empty()
                        : Optional.of(new Decided(
                                Decision.valueOf(decision),
                                row.getString("reason"),
                                row.getString("decided_by"),
                                instant(row, "decided_at"))));
    }

    private static UpstreamAddress address(ResultSet row) throws SQLException {
        return UpstreamAddress.of(URI.create(row.getString("address")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
