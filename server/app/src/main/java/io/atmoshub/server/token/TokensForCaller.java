package io.atmoshub.server.token;

import io.atmoshub.hub.token.Tokens;
import io.atmoshub.server.audit.Audit;
import io.atmoshub.server.caller.Access;
import io.atmoshub.server.caller.ActingAs;
import io.atmoshub.server.caller.Caller;
import io.atmoshub.server.database.Tx;
import io.atmoshub.server.wiring.Service;
import jakarta.inject.Inject;
import java.time.Clock;

/// Makes the {@link TokensBean} of each caller.
@Service
public class TokensForCaller implements ActingAs<Tokens> {
    private final Tx tx;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    @Inject
    public TokensForCaller(Tx tx, Access access, Audit audit, Clock clock) {
        this.tx = tx;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Tokens as(Caller caller) {
        return new TokensBean(caller, tx, access, audit, clock);
    }
}
