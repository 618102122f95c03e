package io.atmoshub.server.model;

import io.atmoshub.hub.model.Models;
import io.atmoshub.server.audit.Audit;
import io.atmoshub.server.caller.Access;
import io.atmoshub.server.caller.ActingAs;
import io.atmoshub.server.caller.Caller;
import io.atmoshub.server.database.Tx;
import io.atmoshub.server.wiring.Service;
import jakarta.inject.Inject;

/// Makes the {@link ModelsBean} of each caller.
@Service
public class ModelsForCaller implements ActingAs<Models> {
    private final Tx tx;
    private final Access access;
    private final Audit audit;
    private final HubModels models;
    private final KeySeal seal;

    @Inject
    public ModelsForCaller(Tx tx, Access access, Audit audit, HubModels models, KeySeal seal) {
        this.tx = tx;
        this.access = access;
        this.audit = audit;
        this.models = models;
        this.seal = seal;
    }

    @Override
    public Models as(Caller caller) {
        return new ModelsBean(caller, tx, access, audit, models, seal);
    }
}
