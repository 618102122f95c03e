package io.atmoshub.hub.audit;

import io.atmoshub.hub.Page;
import io.atmoshub.hub.PageRequest;
import java.util.List;

/// The audit log, for admins.
public interface AuditLog {
    /// Newest first.
    Page<AuditEntry> find(AuditFilter filter, PageRequest page);

    /// The sealed entries after a place in the chain, in its order, at most 1 to 1,000.
    List<AuditEntry> sealed(long afterSeq, int limit);

    /// All signed checkpoints, oldest first.
    List<Checkpoint> checkpoints();
}
