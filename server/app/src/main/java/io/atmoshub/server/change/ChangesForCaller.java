package io.atmoshub.server.change;

import io.atmoshub.hub.change.Changes;
import io.atmoshub.server.audit.Audit;
import io.atmoshub.server.caller.Access;
import io.atmoshub.server.caller.ActingAs;
import io.atmoshub.server.caller.Caller;
import io.atmoshub.server.database.Tx;
import io.atmoshub.server.log.SessionLog;
import io.atmoshub.server.session.SessionDoor;
import io.atmoshub.server.wiring.Service;
import jakarta.inject.Inject;

/// Makes the {@link ChangesBean} of each caller.
@Service
public class ChangesForCaller implements ActingAs<Changes> {
    private final Tx tx;
    private final Access access;
    private final Audit audit;
    private final SessionLog log;

    @Inject
    public ChangesForCaller(Tx tx, Access access, Audit audit, SessionLog log) {
        this.tx = tx;
        this.access = access;
        this.audit = audit;
        this.log = log;
    }

    @Override
    public Changes as(Caller caller) {
        return new ChangesBean(tx, new SessionDoor(caller, access, log, audit));
    }
}
