package io.atmoshub.hub.audit;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One thing that happened: who did what to which object, from which address, and how it ended. `seq` is
/// its place in the chain and `hash` its link; both are missing for the second until it is sealed.
public record AuditEntry(
        UUID id,
        Instant at,
        @Nullable UUID actorId,
        String actor,
        String address,
        String action,
        String objectKind,
        String objectId,
        String object,
        String outcome,
        Map<String, String> detail,
        @Nullable Long seq,
        @Nullable String hash) {
    public AuditEntry {
        detail = Map.copyOf(detail);
    }
}
