package io.atmoshub.server.audit;

import io.atmoshub.hub.audit.AuditFilter;
import io.atmoshub.server.database.Sql;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// The entries that a filter lets through, newest first.
final class AuditQuery {
    private final StringJoiner conditions = new StringJoiner(" and ", " where ", "").setEmptyValue("");
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    private AuditQuery() {}

    static AuditQuery of(AuditFilter filter) {
        AuditQuery query = new AuditQuery();
        query.like("lower(e.actor) like :actor escape '!'", "actor", filter.actor());
        query.like("lower(e.action) like :action escape '!'", "action", filter.action());
        query.like(
                "(lower(e.object) like :object escape '!' or lower(e.objectId) like :object escape '!')",
                "object",
                filter.object());
        query.where("e.outcome = :outcome", "outcome", filter.outcome());
        query.where("e.at >= :from", "from", filter.from());
        query.where("e.at < :to", "to", filter.to());
        return query;
    }

    void before(Instant at, long inserted) {
        where("(e.at < :at or (e.at = :at and e.inserted < :inserted))", "at", at);
        parameters.put("inserted", inserted);
    }

    List<AuditEntryEntity> run(EntityManager em, int limit) {
        TypedQuery<AuditEntryEntity> query = em.createQuery(
                "select e from AuditEntryEntity e" + conditions + " order by e.at desc, e.inserted desc",
                AuditEntryEntity.class);
        parameters.forEach(query::setParameter);
        return query.setMaxResults(limit).getResultList();
    }

    private void like(String condition, String name, @Nullable String pattern) {
        if (pattern != null) {
            String escaped = pattern.replace("!", "!!").replace("%", "!%").replace("_", "!_");
            where(condition, name, escaped.replace('*', '%').toLowerCase(Locale.ROOT));
        }
    }

    private void where(String condition, String name, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            parameters.put(
                    name,
                    switch (value) {
                        case Instant at -> Sql.known(at);
                        // PostgreSQL has no text with U+0000.
                        case String text -> text.replace("\0", "");
                        default -> value;
                    });
        }
    }
}
