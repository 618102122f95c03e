package io.atmoshub.hub.testing;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.people.Person;
import io.atmoshub.hub.people.Role;
import io.atmoshub.hub.token.AccessToken;
import io.atmoshub.hub.token.IssuedToken;
import io.atmoshub.hub.token.NewToken;
import io.atmoshub.hub.token.Scope;
import io.atmoshub.hub.token.TokenId;
import io.atmoshub.hub.token.Tokens;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The caller's tokens in the hub in memory.
record TokensInMemory(Organisation org, WayIn way) implements Tokens {
    @Override
    public List<AccessToken> list() {
        return org.locked(() -> {
            Person person = org.signedIn(way);
            return org.tokens.values().stream()
                    .filter(t -> t.owner().equals(person.id()))
                    .map(Organisation.OwnedToken::token)
                    .toList()
                    .reversed();
        });
    }

    @Override
    public IssuedToken issue(NewToken token) {
        return org.locked(() -> {
            Person person = org.signedIn(way);
            if (way.byToken()) {
                throw notByToken();
            }
            if (token.scopes().contains(Scope.ADMIN) && person.role() != Role.ADMIN) {
                throw new HubException(
                        ErrorCode.NOT_ALLOWED, "Only an admin's token can have the admin scope.", "Leave it out.");
            }
            String secret = "ahp_" + UUID.randomUUID().toString().replace("-", "");
            var made = new AccessToken(
                    TokenId.random(),
                    token.name(),
                    secret.substring(0, 8),
                    token.scopes(),
                    org.now(),
                    org.now().plus(Duration.ofDays(token.days())),
                    null);
            org.tokens.put(made.id(), new Organisation.OwnedToken(person.id(), made, secret));
            org.record(way, "token.issue", "token", made.id(), made.name(), Map.of());
            return new IssuedToken(made, secret);
        });
    }

    @Override
    public void revoke(TokenId id) {
        org.locked(() -> {
            Person person = org.signedIn(way);
            if (way.byToken() && !id.equals(way.token())) {
                throw notByToken();
            }
            var token = org.tokens.get(id);
            if (token == null || !token.owner().equals(person.id())) {
                throw Organisation.notFound("token", id);
            }
            org.tokens.remove(id);
            org.record(way, "token.revoke", "token", id, token.token().name(), Map.of());
        });
    }

    private static HubException notByToken() {
        return new HubException(
                ErrorCode.NOT_ALLOWED, "A token can't make or revoke tokens.", "Sign in and use the My tokens page.");
    }
}
