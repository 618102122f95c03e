package io.atmoshub.server.caller;

import io.atmoshub.hub.people.DisplayName;
import io.atmoshub.hub.people.LoginName;
import io.atmoshub.hub.people.PersonId;
import io.atmoshub.hub.token.Scope;
import java.util.Set;

/// Who acts, through which way in, and from where. What they may do is looked up anew at each call, by
/// {@link Access}: a caller can outlive the account's being switched off.
public record Caller(PersonId person, LoginName login, DisplayName name, Set<Scope> scopes, Way way, String address) {
    public Caller {
        scopes = Set.copyOf(scopes);
    }

    public static Caller signedIn(PersonId person, LoginName login, DisplayName name, Way.SignIn way, String address) {
        return new Caller(person, login, name, Set.of(Scope.values()), way, address);
    }
}
