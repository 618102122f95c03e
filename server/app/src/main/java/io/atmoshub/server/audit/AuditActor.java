package io.atmoshub.server.audit;

import io.atmoshub.server.caller.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who did it, as the record keeps it: a person, the hub itself, or somebody who only claims a name.
public record AuditActor(@Nullable UUID id, String name, String address) {
    public static final AuditActor HUB = new AuditActor(null, "hub", "");
    public static final AuditActor ASSISTANT = new AuditActor(null, "assistant", "");

    public static AuditActor of(Caller caller) {
        return new AuditActor(caller.person().value(), caller.login().value(), caller.address());
    }
}
