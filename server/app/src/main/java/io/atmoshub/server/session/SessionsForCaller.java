package io.atmoshub.server.session;

import io.atmoshub.hub.session.Sessions;
import io.atmoshub.server.audit.Audit;
import io.atmoshub.server.caller.Access;
import io.atmoshub.server.caller.ActingAs;
import io.atmoshub.server.caller.Caller;
import io.atmoshub.server.database.Tx;
import io.atmoshub.server.live.LiveHub;
import io.atmoshub.server.log.SessionLog;
import io.atmoshub.server.model.HubModels;
import io.atmoshub.server.run.RunEngine;
import io.atmoshub.server.run.RunQueue;
import io.atmoshub.server.wiring.Service;
import jakarta.inject.Inject;

/// Makes the {@link SessionsBean} of each caller.
@Service
public class SessionsForCaller implements ActingAs<Sessions> {
    private final SessionParts parts;

    @Inject
    public SessionsForCaller(
            Tx tx,
            Access access,
            Audit audit,
            SessionLog log,
            LiveHub live,
            RunQueue runs,
            RunEngine engine,
            Approvals approvals,
            HubModels models) {
        parts = new SessionParts(tx, access, audit, log, live, runs, engine, approvals, models);
    }

    @Override
    public Sessions as(Caller caller) {
        return new SessionsBean(caller, parts);
    }
}
