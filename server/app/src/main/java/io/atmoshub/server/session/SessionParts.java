package io.atmoshub.server.session;

import io.atmoshub.server.audit.Audit;
import io.atmoshub.server.caller.Access;
import io.atmoshub.server.database.Tx;
import io.atmoshub.server.live.LiveHub;
import io.atmoshub.server.log.SessionLog;
import io.atmoshub.server.model.HubModels;
import io.atmoshub.server.run.RunEngine;
import io.atmoshub.server.run.RunQueue;

/// What sessions stand on; the same for every caller.
record SessionParts(
        Tx tx,
        Access access,
        Audit audit,
        SessionLog log,
        LiveHub live,
        RunQueue runs,
        RunEngine engine,
        Approvals approvals,
        HubModels models) {}
