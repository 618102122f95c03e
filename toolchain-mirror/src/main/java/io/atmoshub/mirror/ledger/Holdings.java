package io.atmoshub.mirror.ledger;

import io.atmoshub.hub.mirror.MirrorDownload;
import io.atmoshub.hub.mirror.MirrorEvidence;
import io.atmoshub.hub.mirror.MirrorFile;
import io.atmoshub.hub.mirror.MirrorUsage;
import io.atmoshub.hub.mirror.MirrorUsage.ToolUsage;
import io.atmoshub.hub.mirror.QuarantineDecision;
import io.atmoshub.hub.mirror.QuarantineId;
import io.atmoshub.hub.mirror.QuarantinedFile;
import io.atmoshub.hub.mirror.Recall;
import io.atmoshub.hub.mirror.Verification;
import io.atmoshub.mirror.blob.BlobId;
import io.atmoshub.mirror.upstream.UpstreamAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The ledger, for people who look at it.
public final class Holdings {
    private static final int MOST = 200;
    private static final int MOST_TOOLS = 500;
    private static final String FILE = """
            select f.*, b.reason as recalled,
                (select e.kind from mirror_evidence e where e.address = f.address order by e.seq limit 1) as kind,
                exists (select 1 from mirror_quarantine q where q.address = f.address and q.seen = f.sha256
                    and q.decision = 'ACCEPT') as accepted
            from mirror_file f left join mirror_block b on b.sha256 = f.sha256
            where\s""";
    private static final String TOOLS = """
            select f.tool, array_agg(distinct f.version order by f.version) versions,
                array_agg(distinct f.platform order by f.platform) platforms, count(*) files, sum(f.size) bytes,
                coalesce(sum(d.count), 0) downloads, coalesce(sum(d.bytes), 0) downloaded
            from mirror_file f left join (select address, sum(count) count, sum(bytes) bytes
                from mirror_download group by address) d on d.address = f.address
            group by f.tool order by downloads desc, f.tool limit ?""";

    private final MirrorDatabase database;
    private final Ledger ledger;

    public Holdings(MirrorDatabase database, Ledger ledger) {
        this.database = database;
        this.ledger = ledger;
    }

    /// Newest first, after that time and address; all that hold every word, or whose hash begins so.
    public List<MirrorFile> files(String search, Instant after, String address, int most) {
        String words = search.strip().toLowerCase(Locale.ROOT);
        return database.list(
                FILE + """
                (not exists (select 1 from unnest(string_to_array(?, ' ')) word
                    where position(word in lower(f.address || ' ' || f.tool || ' ' || f.version)) = 0)
                    or starts_with(f.sha256, ?))
                and (f.first_seen, f.address) < (?, ?) order by f.first_seen desc, f.address desc limit ?""", Holdings::file, words.replaceAll("\\s+", " "), words, at(after), address, most);
    }

    public Optional<MirrorFile> file(String address) {
        return database.first(FILE + "f.address = ?", Holdings::file, address);
    }

    public List<MirrorEvidence> evidence(UpstreamAddress address) {
        return ledger.evidence(address).stream()
                .map(one ->
                        new MirrorEvidence(verification(one.kind()), one.said().toString(), one.source(), one.stands()))
                .toList();
    }

    public List<MirrorDownload> takers(String sha256) {
        return ledger.takers(new BlobId(sha256)).stream()
                .map(one ->
                        new MirrorDownload(one.who(), one.address().toString(), one.count(), one.bytes(), one.last()))
                .toList();
    }

    public List<QuarantinedFile> quarantine() {
        return ledger.quarantine(MOST).stream().map(Holdings::shown).toList();
    }

    public boolean inQuarantine(QuarantineId id) {
        return database.first("select 1 from mirror_quarantine where id = ?", row -> row.getInt(1), id.value())
                .isPresent();
    }

    public static QuarantinedFile shown(Quarantined one) {
        return new QuarantinedFile(
                new QuarantineId(one.id()),
                one.address().toString(),
                one.kept().hex(),
                one.seen().hex(),
                one.seenSize(),
                one.foundAt(),
                one.decided()
                        .map(d -> new QuarantinedFile.Decided(
                                QuarantineDecision.Choice.valueOf(d.decision().name()), d.reason(), d.by(), d.at()))
                        .orElse(null));
    }

    public List<Recall> recalls() {
        return database
                .list(
                        "select sha256, reason, blocked_by, blocked_at from mirror_block order by blocked_at desc, sha256 limit ?",
                        row -> new Recall(
                                row.getString("sha256"),
                                row.getString("reason"),
                                row.getString("blocked_by"),
                                instant(row, "blocked_at"),
                                List.of()),
                        MOST)
                .stream()
                .map(one -> new Recall(one.sha256(), one.reason(), one.by(), one.at(), takers(one.sha256())))
                .toList();
    }

    public MirrorUsage usage() {
        List<ToolUsage> tools = database.list(
                TOOLS,
                row -> new ToolUsage(
                        row.getString("tool"),
                        words(row, "versions"),
                        words(row, "platforms"),
                        row.getLong("files"),
                        row.getLong("bytes"),
                        row.getLong("downloads"),
                        row.getLong("downloaded")),
                MOST_TOOLS);
        return database.first(
                        """
                        select (select count(*) from mirror_file) files, count(*) blobs, coalesce(sum(size), 0) bytes,
                            (select count(*) from mirror_quarantine where decision is null) undecided,
                            (select count(*) from mirror_block) recalled
                        from (select distinct on (sha256) sha256, size from mirror_file) b""",
                        row -> new MirrorUsage(
                                row.getLong("files"),
                                row.getLong("blobs"),
                                row.getLong("bytes"),
                                row.getLong("undecided"),
                                row.getLong("recalled"),
                                tools))
                .orElseThrow();
    }

    private static List<String> words(ResultSet row, String column) throws SQLException {
        return Arrays.stream((Object[]) row.getArray(column).getArray())
                .map(String::valueOf)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static MirrorFile file(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        Verification verified = row.getBoolean("accepted")
                ? Verification.DECISION
                : kind == null ? Verification.FIRST_SEEN : verification(kind);
        return new MirrorFile(
                row.getString("address"),
                row.getString("tool"),
                row.getString("version"),
                row.getString("platform"),
                row.getString("sha256"),
                row.getLong("size"),
                verified,
                instant(row, "first_seen"),
                row.getString("recalled"));
    }

    private static Verification verification(String kind) {
        return kind.equals("digest") ? Verification.DIGEST : Verification.CHECKSUM;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
