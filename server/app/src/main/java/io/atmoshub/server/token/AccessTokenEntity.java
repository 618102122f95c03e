package io.atmoshub.server.token;

import io.atmoshub.hub.people.PersonId;
import io.atmoshub.hub.token.AccessToken;
import io.atmoshub.hub.token.NewToken;
import io.atmoshub.hub.token.Scope;
import io.atmoshub.hub.token.TokenId;
import io.atmoshub.hub.token.TokenName;
import io.atmoshub.server.secret.Secret;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "access_token")
class AccessTokenEntity {
    /// Enough to tell one's tokens apart, and far too little to use one.
    private static final int SHOWN = 8;

    @Id
    private UUID id;

    @Column(name = "person_id")
    private UUID personId;

    private String name;

    @Column(name = "begins_with")
    private String beginsWith;

    @Column(name = "secret_hash")
    private byte[] secretHash;

    private String scopes;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "last_used_at", insertable = false, updatable = false)
    private @Nullable Instant lastUsedAt;

    @NullUnmarked
    protected AccessTokenEntity() {} // for JPA

    AccessTokenEntity(PersonId owner, NewToken token, Secret secret, Instant now) {
        id = UUID.randomUUID();
        personId = owner.value();
        name = token.name().value();
        beginsWith = secret.value().substring(0, SHOWN);
        secretHash = secret.hash();
        scopes = token.scopes().stream().sorted().map(Scope::name).collect(Collectors.joining(","));
        createdAt = now;
        expiresAt = now.plus(Duration.ofDays(token.days()));
    }

    boolean belongsTo(PersonId person) {
        return personId.equals(person.value());
    }

    AccessToken toToken() {
        return new AccessToken(
                new TokenId(id),
                new TokenName(name),
                beginsWith,
                Arrays.stream(scopes.split(",")).map(Scope::valueOf).collect(Collectors.toSet()),
                createdAt,
                expiresAt,
                lastUsedAt);
    }
}
