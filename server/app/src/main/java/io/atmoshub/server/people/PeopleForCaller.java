package io.atmoshub.server.people;

import io.atmoshub.hub.people.People;
import io.atmoshub.server.audit.Audit;
import io.atmoshub.server.caller.Access;
import io.atmoshub.server.caller.ActingAs;
import io.atmoshub.server.caller.Caller;
import io.atmoshub.server.caller.Ways;
import io.atmoshub.server.database.Tx;
import io.atmoshub.server.wiring.Service;
import jakarta.inject.Inject;
import java.time.Clock;

/// Makes the {@link PeopleBean} of each caller.
@Service
public class PeopleForCaller implements ActingAs<People> {
    private final Tx tx;
    private final Access access;
    private final Audit audit;
    private final Ways ways;
    private final Clock clock;

    @Inject
    public PeopleForCaller(Tx tx, Access access, Audit audit, Ways ways, Clock clock) {
        this.tx = tx;
        this.access = access;
        this.audit = audit;
        this.ways = ways;
        this.clock = clock;
    }

    @Override
    public People as(Caller caller) {
        return new PeopleBean(caller, tx, access, audit, ways, clock);
    }
}
