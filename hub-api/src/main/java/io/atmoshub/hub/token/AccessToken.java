package io.atmoshub.hub.token;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A token as its owner sees it later: all but the secret, of which the first characters remain.
public record AccessToken(
        TokenId id,
        TokenName name,
        String beginsWith,
        Set<Scope> scopes,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt) {
    public AccessToken {
        scopes = Set.copyOf(scopes);
    }
}
