package io.atmoshub.server.audit;

import io.atmoshub.hub.HubJson;
import io.atmoshub.hub.audit.AuditEntry;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "audit_entry")
class AuditEntryEntity {
    private static final int LONGEST = 2_000;

    @Id
    private UUID id;

    @Column(insertable = false, updatable = false)
    private long inserted;

    private Instant at;

    @Column(name = "actor_id")
    private @Nullable UUID actorId;

    private String actor;
    private String address;
    private String action;

    @Column(name = "object_kind")
    private String objectKind;

    @Column(name = "object_id")
    private String objectId;

    private String object;
    private String outcome;

    @ColumnTransformer(write = "cast(? as jsonb)")
    private String detail;

    /// Written by the sealer alone, as is the hash.
    @Column(insertable = false, updatable = false)
    private @Nullable Long seq;

    @Column(insertable = false, updatable = false)
    @JdbcTypeCode(SqlTypes.CHAR)
    private @Nullable String hash;

    @NullUnmarked
    protected AuditEntryEntity() {} // for JPA

    AuditEntryEntity(
            UUID id,
            Instant at,
            AuditActor actor,
            String action,
            AuditObject object,
            String outcome,
            Map<String, String> detail) {
        this.id = id;
        this.at = at;
        this.actorId = actor.id();
        this.actor = storable(actor.name());
        this.address = storable(actor.address());
        this.action = action;
        this.objectKind = object.kind();
        this.objectId = storable(object.id());
        this.object = storable(object.name());
        this.outcome = outcome;
        Map<String, String> kept = new LinkedHashMap<>();
        detail.forEach((key, value) -> kept.put(storable(key), storable(value)));
        this.detail = HubJson.write(kept);
    }

    /// Where it stands among all, newest first, as a cursor has it.
    List<String> place() {
        return List.of(at.toString(), Long.toString(inserted));
    }

    @SuppressWarnings("unchecked") // written by the constructor
    AuditEntry toEntry() {
        return new AuditEntry(
                id,
                at,
                actorId,
                actor,
                address,
                action,
                objectKind,
                objectId,
                object,
                outcome,
                HubJson.read(detail, Map.class),
                seq,
                hash);
    }

    /// PostgreSQL keeps neither NUL nor half a surrogate pair, and a record must not fail for what an
    /// attacker typed as their name.
    private static String storable(String text) {
        StringBuilder kept = new StringBuilder(Math.min(text.length(), LONGEST));
        text.codePoints()
                .limit(LONGEST)
                .map(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) ? '\uFFFD' : c)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
