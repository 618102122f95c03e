package io.atmoshub.server.usage;

import io.atmoshub.hub.usage.Usages;
import io.atmoshub.server.caller.Access;
import io.atmoshub.server.caller.ActingAs;
import io.atmoshub.server.caller.Caller;
import io.atmoshub.server.database.Tx;
import io.atmoshub.server.wiring.Service;
import jakarta.inject.Inject;

/// Makes the {@link UsagesBean} of each caller.
@Service
public class UsagesForCaller implements ActingAs<Usages> {
    private final Tx tx;
    private final Access access;

    @Inject
    public UsagesForCaller(Tx tx, Access access) {
        this.tx = tx;
        this.access = access;
    }

    @Override
    public Usages as(Caller caller) {
        return new UsagesBean(caller, tx, access);
    }
}
