package io.atmoshub.hub.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which entries: each part that is given must match. `*` stands for anything in actor, action and object.
public record AuditFilter(
        @Nullable String actor,
        @Nullable String action,
        @Nullable String object,
        @Nullable String outcome,
        @Nullable Instant from,
        @Nullable Instant to) {
    public static final AuditFilter ALL = new AuditFilter(null, null, null, null, null, null);
}
