package io.atmoshub.mirror.policy;

import io.atmoshub.hub.policy.PolicyChange;
import io.atmoshub.hub.policy.PolicyDocument;
import io.atmoshub.hub.policy.PolicyRevision;
import io.atmoshub.mirror.ledger.MirrorDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The policy of the mirror: every revision as it was saved, and the newest one read.
public final class PolicyShelf {
    private static final String COLUMNS = "number, text, reason, saved_login, saved_at";

    private record Read(int number, MirrorPolicy policy) {}

    private final MirrorDatabase database;
    private volatile Read last = new Read(0, MirrorPolicy.NONE);

    public PolicyShelf(MirrorDatabase database) {
        this.database = database;
    }

    /// What holds now. The number is asked for each time, which costs little; the text is read once.
    public MirrorPolicy current() {
        int number = database.first("select coalesce(max(number), 0) from mirror_policy", row -> row.getInt(1))
                .orElse(0);
        Read read = last;
        if (read.number() != number) {
            read = new Read(
                    number,
                    MirrorPolicy.of(revision(number).map(PolicyDocument::text).orElse("")));
            last = read;
        }
        return read.policy();
    }

    public PolicyDocument newest() {
        return database.first(
                        "select " + COLUMNS + " from mirror_policy order by number desc limit 1", PolicyShelf::document)
                .orElse(PolicyDocument.NONE);
    }

    private Optional<PolicyDocument> revision(int number) {
        return database.first(
                "select " + COLUMNS + " from mirror_policy where number = ?", PolicyShelf::document, number);
    }

    /// All, newest first.
    public List<PolicyRevision> history(int most) {
        return database.list(
                "select " + COLUMNS + " from mirror_policy order by number desc limit ?",
                row -> document(row).revision(),
                most);
    }

    /// False when somebody saved after the revision that the change is based on.
    public boolean add(PolicyChange change, UUID by, String login) {
        return database.update("""
                insert into mirror_policy (number, text, reason, saved_by, saved_login)
                select ?, ?, ?, ?, ? where (select coalesce(max(number), 0) from mirror_policy) = ?
                on conflict do nothing""", change.base() + 1, change.text(), change.reason(), by, login, change.base()) == 1;
    }

    private static PolicyDocument document(ResultSet row) throws SQLException {
        return new PolicyDocument(
                new PolicyRevision(
                        row.getInt("number"),
                        row.getString("saved_login"),
                        row.getObject("saved_at", OffsetDateTime.class).toInstant(),
                        row.getString("reason")),
                row.getString("text"));
    }
}
