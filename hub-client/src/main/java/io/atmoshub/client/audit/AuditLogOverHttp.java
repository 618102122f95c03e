package io.atmoshub.client.audit;

import io.atmoshub.client.wire.Path;
import io.atmoshub.client.wire.Wire;
import io.atmoshub.hub.Page;
import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.audit.AuditEntry;
import io.atmoshub.hub.audit.AuditFilter;
import io.atmoshub.hub.audit.AuditLog;
import io.atmoshub.hub.audit.Checkpoint;
import java.util.List;

/// The audit log.
public record AuditLogOverHttp(Wire wire) implements AuditLog {
    @Override
    public Page<AuditEntry> find(AuditFilter filter, PageRequest page) {
        Path path = Path.of("audit")
                .with("actor", filter.actor())
                .with("action", filter.action())
                .with("object", filter.object())
                .with("outcome", filter.outcome())
                .with("from", filter.from())
                .with("to", filter.to())
                .with(page);
        return wire.page(path, AuditEntry.class);
    }

    @Override
    public List<AuditEntry> sealed(long afterSeq, int limit) {
        return wire.list(Path.of("audit", "sealed").with("after", afterSeq).with("limit", limit), AuditEntry.class);
    }

    @Override
    public List<Checkpoint> checkpoints() {
        return wire.list(Path.of("audit", "checkpoints"), Checkpoint.class);
    }
}
