package io.atmoshub.client.account;

import io.atmoshub.client.wire.Path;
import io.atmoshub.client.wire.Wire;
import io.atmoshub.hub.account.Account;
import io.atmoshub.hub.account.Me;
import io.atmoshub.hub.account.PasswordChange;

/// The caller's account.
public record AccountOverHttp(Wire wire) implements Account {
    @Override
    public Me me() {
        return wire.get(Path.of("account"), Me.class);
    }

    @Override
    public void changePassword(PasswordChange change) {
        wire.put(Path.of("account", "password"), change);
    }
}
