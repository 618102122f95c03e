package io.atmoshub.server.mirror;

import io.atmoshub.hub.mirror.Mirror;
import io.atmoshub.mirror.ledger.Holdings;
import io.atmoshub.mirror.ledger.Ledger;
import io.atmoshub.mirror.policy.PolicyShelf;
import io.atmoshub.mirror.policy.Simulation;
import io.atmoshub.server.audit.Audit;
import io.atmoshub.server.caller.Access;
import io.atmoshub.server.caller.ActingAs;
import io.atmoshub.server.caller.Caller;
import io.atmoshub.server.database.Tx;
import io.atmoshub.server.wiring.Service;
import jakarta.inject.Inject;
import java.time.Clock;

/// Makes the {@link MirrorBean} of each caller.
@Service
public class MirrorForCaller implements ActingAs<Mirror> {
    private final Tx tx;
    private final Access access;
    private final Audit audit;
    private final Ledger ledger;
    private final Holdings holdings;
    private final PolicyShelf shelf;
    private final Simulation simulation;

    @Inject
    public MirrorForCaller(
            Tx tx, Access access, Audit audit, Ledger ledger, PolicyShelf shelf, ServerDatabase database, Clock clock) {
        this.tx = tx;
        this.access = access;
        this.audit = audit;
        this.ledger = ledger;
        this.holdings = new Holdings(database, ledger);
        this.shelf = shelf;
        this.simulation = new Simulation(database, clock);
    }

    @Override
    public Mirror as(Caller caller) {
        return new MirrorBean(
                caller,
                tx,
                access,
                audit,
                ledger,
                holdings,
                new MirrorPoliciesBean(caller, tx, access, audit, shelf, simulation));
    }
}
