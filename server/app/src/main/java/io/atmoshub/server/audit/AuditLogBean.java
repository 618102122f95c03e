package io.atmoshub.server.audit;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.Page;
import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.audit.AuditEntry;
import io.atmoshub.hub.audit.AuditFilter;
import io.atmoshub.hub.audit.AuditLog;
import io.atmoshub.hub.audit.Checkpoint;
import io.atmoshub.hub.people.Role;
import io.atmoshub.hub.token.Scope;
import io.atmoshub.server.caller.Access;
import io.atmoshub.server.caller.Caller;
import io.atmoshub.server.database.Cursor;
import io.atmoshub.server.database.Tx;
import jakarta.persistence.EntityManager;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/// The audit log as one caller may read it.
final class AuditLogBean implements AuditLog {
    private static final int MOST_SEALED = 1_000;

    private final Caller caller;
    private final Tx tx;
    private final Access access;

    AuditLogBean(Caller caller, Tx tx, Access access) {
        this.caller = caller;
        this.tx = tx;
        this.access = access;
    }

    @Override
    public Page<AuditEntry> find(AuditFilter filter, PageRequest page) {
        return tx.call(em -> {
            requireAdmin(em);
            AuditQuery query = AuditQuery.of(filter);
            if (page.cursor() != null) {
                List<String> key = Cursor.read(page.cursor(), 2);
                try {
                    query.before(Instant.parse(key.get(0)), Long.parseLong(key.get(1)));
                } catch (DateTimeException | NumberFormatException e) {
                    throw Cursor.notOurs(page.cursor());
                }
            }
            List<AuditEntryEntity> found = query.run(em, page.limit() + 1);
            return Cursor.page(found, page.limit(), AuditEntryEntity::place).map(AuditEntryEntity::toEntry);
        });
    }

    @Override
    public List<AuditEntry> sealed(long afterSeq, int limit) {
        if (limit < 1 || limit > MOST_SEALED) {
            throw new HubException(
                    ErrorCode.INVALID_INPUT,
                    "1 to %,d entries can be asked for; %d were.".formatted(MOST_SEALED, limit),
                    "Ask for fewer and go on after the last one.");
        }
        return tx.call(em -> {
            requireAdmin(em);
            return em.createQuery(
                            "select e from AuditEntryEntity e where e.seq > :after order by e.seq",
                            AuditEntryEntity.class)
                    .setParameter("after", afterSeq)
                    .setMaxResults(limit)
                    .getResultStream()
                    .map(AuditEntryEntity::toEntry)
                    .toList();
        });
    }

    @Override
    public List<Checkpoint> checkpoints() {
        return tx.call(em -> {
            requireAdmin(em);
            return Checkpoints.all(em);
        });
    }

    private void requireAdmin(EntityManager em) {
        access.require(em, caller, Role.ADMIN, Scope.ADMIN);
    }
}
