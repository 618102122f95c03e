package io.atmoshub.server.policy;

import io.atmoshub.assistant.permission.Document;
import io.atmoshub.assistant.permission.Layer;
import io.atmoshub.hub.people.Person;
import io.atmoshub.hub.policy.PolicyChange;
import io.atmoshub.hub.policy.PolicyDocument;
import io.atmoshub.hub.policy.PolicyRevision;
import io.atmoshub.server.database.Sql;
import io.atmoshub.server.wiring.Service;
import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// The organisation's policy: every revision as it was saved, and the newest one read.
@Service
public final class PolicyStore {
    private static final String COLUMNS = "number, text, reason, saved_login, saved_at";

    private record Read(int number, Document document) {}

    private volatile Read last = new Read(0, Document.empty(Layer.ORGANISATION));

    /// What holds now. The number is asked for each time, which costs little; the text is read once.
    public Document current(EntityManager em) {
        int number = Sql.first(
                        em, "select coalesce(max(number), 0) as number from policy_revision", row -> row.getInt(1))
                .orElse(0);
        Read read = last;
        if (read.number() != number) {
            PolicyDocument stored = revision(em, number).orElseThrow();
            read = new Read(number, Document.organisation("r" + number, stored.text()));
            last = read;
        }
        return read.document();
    }

    PolicyDocument newest(EntityManager em) {
        return Sql.first(
                        em,
                        "select " + COLUMNS + " from policy_revision order by number desc limit 1",
                        PolicyStore::document)
                .orElse(PolicyDocument.NONE);
    }

    Optional<PolicyDocument> revision(EntityManager em, int number) {
        if (number == 0) {
            return Optional.of(PolicyDocument.NONE);
        }
        return Sql.first(
                em, "select " + COLUMNS + " from policy_revision where number = ?", PolicyStore::document, number);
    }

    /// Those before a number, newest first.
    List<PolicyRevision> before(EntityManager em, int number, int limit) {
        return Sql.list(
                em,
                "select " + COLUMNS + " from policy_revision where number < ? order by number desc limit ?",
                row -> document(row).revision(),
                number,
                limit);
    }

    /// False when somebody saved after the revision that the change is based on.
    boolean add(EntityManager em, PolicyChange change, Person by) {
        int added = Sql.update(
                em,
                """
                insert into policy_revision (number, text, reason, saved_by, saved_login)
                select ?, ?, ?, ?, ?
                where (select coalesce(max(number), 0) from policy_revision) = ?
                on conflict do nothing
                """,
                change.base() + 1,
                change.text(),
                change.reason(),
                by.id().value(),
                by.login().value(),
                change.base());
        return added == 1;
    }

    private static PolicyDocument document(ResultSet row) throws SQLException {
        PolicyRevision revision = new PolicyRevision(
                row.getInt("number"),
                row.getString("saved_login"),
                Sql.instant(row, "saved_at"),
                row.getString("reason"));
        return new PolicyDocument(revision, row.getString("text"));
    }
}
