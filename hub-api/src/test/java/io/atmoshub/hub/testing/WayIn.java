package io.atmoshub.hub.testing;

import io.atmoshub.hub.people.PersonId;
import io.atmoshub.hub.token.Scope;
import io.atmoshub.hub.token.TokenId;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who acts and how they came: by token, by a sign-in that can end, or simply put there by a test.
record WayIn(
        PersonId person,
        Set<Scope> scopes,
        @Nullable TokenId token,
        @Nullable UUID signIn) {
    boolean byToken() {
        return token != null;
    }
}
