package io.atmoshub.server.token;

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
import io.atmoshub.server.audit.Audit;
import io.atmoshub.server.audit.AuditObject;
import io.atmoshub.server.caller.Access;
import io.atmoshub.server.caller.Caller;
import io.atmoshub.server.caller.Way;
import io.atmoshub.server.database.Tx;
import io.atmoshub.server.secret.Secret;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// One caller's tokens.
final class TokensBean implements Tokens {
    /// So that a token is known for one wherever it turns up, and scanners for leaked secrets find it.
    static final String PREFIX = "ahp_";

    private final Caller caller;
    private final Tx tx;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    TokensBean(Caller caller, Tx tx, Access access, Audit audit, Clock clock) {
        this.caller = caller;
        this.tx = tx;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<AccessToken> list() {
        return tx.call(em -> {
            Person person = access.signedIn(em, caller);
            return em.createQuery("""
                            select t from AccessTokenEntity t where t.personId = :person and t.expiresAt > :now
                            order by t.createdAt desc, t.id""", AccessTokenEntity.class)
                    .setParameter("person", person.id().value())
                    .setParameter("now", clock.instant())
                    .getResultStream()
                    .map(AccessTokenEntity::toToken)
                    .toList();
        });
    }

    @Override
    public IssuedToken issue(NewToken wanted) {
        return tx.call(em -> {
            Person person = access.requireSignIn(em, caller);
            if (wanted.scopes().contains(Scope.ADMIN) && !person.role().atLeast(Role.ADMIN)) {
                throw new HubException(
                        ErrorCode.NOT_ALLOWED,
                        "Only an admin's token can have the admin scope.",
                        "Leave the admin scope out.");
            }
            Secret secret = Secret.random(PREFIX);
            AccessTokenEntity entity = new AccessTokenEntity(person.id(), wanted, secret, clock.instant());
            em.persist(entity);
            AccessToken token = entity.toToken();
            record(em, "token.issue", token);
            return new IssuedToken(token, secret.value());
        });
    }

    @Override
    public void revoke(TokenId id) {
        tx.run(em -> {
            boolean itself = caller.way().equals(new Way.Token(id));
            Person person = itself ? access.signedIn(em, caller) : access.requireSignIn(em, caller);
            AccessTokenEntity entity = em.find(AccessTokenEntity.class, id.value());
            if (entity == null || !entity.belongsTo(person.id())) {
                throw new HubException(
                        ErrorCode.NOT_FOUND,
                        "You have no token \"%s\".".formatted(id),
                        "See your tokens on the My tokens page.");
            }
            em.remove(entity);
            record(em, "token.revoke", entity.toToken());
        });
    }

    private void record(EntityManager em, String action, AccessToken token) {
        String scopes = token.scopes().stream().sorted().map(Scope::name).collect(Collectors.joining(" "));
        AuditObject object =
                new AuditObject("token", token.id().toString(), token.name().value());
        audit.record(em, caller, action, object, Audit.OK, Map.of("scopes", scopes));
    }
}
