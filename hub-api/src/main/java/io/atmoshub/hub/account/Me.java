package io.atmoshub.hub.account;

import io.atmoshub.hub.people.Person;
import io.atmoshub.hub.token.Scope;
import java.util.Set;

/// Who acts, and what the way in allows: all scopes for a sign-in, its own for a token.
public record Me(Person person, Set<Scope> scopes) {
    public Me {
        scopes = Set.copyOf(scopes);
    }
}
