package io.atmoshub.hub.testing;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.account.Account;
import io.atmoshub.hub.account.Me;
import io.atmoshub.hub.account.PasswordChange;
import java.util.Map;

/// The caller's account in the hub in memory.
record AccountInMemory(Organisation org, WayIn way) implements Account {
    @Override
    public Me me() {
        return org.locked(() -> new Me(org.signedIn(way), way.scopes()));
    }

    @Override
    public void changePassword(PasswordChange change) {
        org.locked(() -> {
            var person = org.signedIn(way);
            if (way.byToken() || !change.current().equals(org.passwords.get(person.id()))) {
                throw new HubException(
                        ErrorCode.NOT_ALLOWED,
                        way.byToken() ? "A token can't change the password." : "The present password is wrong.",
                        "Sign in with the password, then change it.");
            }
            org.passwords.put(person.id(), change.next());
            org.signIns
                    .entrySet()
                    .removeIf(
                            e -> e.getValue().equals(person.id()) && !e.getKey().equals(way.signIn()));
            org.record(way, "account.password", "person", person.id(), person.login(), Map.of());
        });
    }
}
