package io.atmoshub.server.audit;

import io.atmoshub.hub.audit.AuditLog;
import io.atmoshub.server.caller.Access;
import io.atmoshub.server.caller.ActingAs;
import io.atmoshub.server.caller.Caller;
import io.atmoshub.server.database.Tx;
import io.atmoshub.server.wiring.Service;
import jakarta.inject.Inject;

/// Makes the {@link AuditLogBean} of each caller.
@Service
public class AuditLogForCaller implements ActingAs<AuditLog> {
    private final Tx tx;
    private final Access access;

    @Inject
    public AuditLogForCaller(Tx tx, Access access) {
        this.tx = tx;
        this.access = access;
    }

    @Override
    public AuditLog as(Caller caller) {
        return new AuditLogBean(caller, tx, access);
    }
}
