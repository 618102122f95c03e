package io.atmoshub.server.account;

import io.atmoshub.hub.account.Account;
import io.atmoshub.server.audit.Audit;
import io.atmoshub.server.caller.Access;
import io.atmoshub.server.caller.ActingAs;
import io.atmoshub.server.caller.Caller;
import io.atmoshub.server.caller.Ways;
import io.atmoshub.server.database.Tx;
import io.atmoshub.server.password.BackOff;
import io.atmoshub.server.password.Passwords;
import io.atmoshub.server.people.Credentials;
import io.atmoshub.server.wiring.Service;
import jakarta.inject.Inject;

/// Makes the {@link AccountBean} of each caller.
@Service
public record AccountForCaller(
        Tx tx, Access access, Audit audit, Ways ways, Credentials credentials, Passwords passwords, BackOff backOff)
        implements ActingAs<Account> {
    @Inject
    public AccountForCaller {}

    @Override
    public Account as(Caller caller) {
        return new AccountBean(caller, this);
    }
}
