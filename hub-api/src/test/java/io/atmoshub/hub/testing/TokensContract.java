package io.atmoshub.hub.testing;

import static io.atmoshub.hub.ErrorCode.NOT_ALLOWED;
import static io.atmoshub.hub.ErrorCode.NOT_FOUND;
import static io.atmoshub.hub.ErrorCode.NOT_SIGNED_IN;
import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.hub.Hub;
import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.audit.AuditFilter;
import io.atmoshub.hub.people.Role;
import io.atmoshub.hub.session.NewSession;
import io.atmoshub.hub.session.SessionFilter;
import io.atmoshub.hub.session.Visibility;
import io.atmoshub.hub.token.AccessToken;
import io.atmoshub.hub.token.IssuedToken;
import io.atmoshub.hub.token.NewToken;
import io.atmoshub.hub.token.Scope;
import io.atmoshub.hub.token.TokenId;
import io.atmoshub.hub.token.TokenName;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What {@link io.atmoshub.hub.token.Tokens} promises.
public abstract class TokensContract extends Contract {
    @Test
    void aTokenActsAsItsOwnerWithItsScopes() {
        IssuedToken token = issue(ana, Scope.READ, Scope.CHAT);

        var me = fixture.withToken(token.secret()).account().me();

        assertThat(me.person().login().value()).isEqualTo("ana");
        assertThat(me.scopes()).containsExactlyInAnyOrder(Scope.READ, Scope.CHAT);
    }

    @Test
    void theSecretIsShownOnceAndListedByItsBeginning() {
        IssuedToken token = issue(ana, Scope.READ);

        AccessToken listed = listed(ana, token.token().id());

        assertThat(token.secret()).startsWith("ahp_").startsWith(listed.beginsWith());
        assertThat(listed.beginsWith().length()).isLessThan(token.secret().length() / 2);
        assertThat(token.toString()).doesNotContain(token.secret());
        assertThat(listed.expiresAt())
                .isBetween(Instant.now().plus(Duration.ofDays(6)), Instant.now().plus(Duration.ofDays(8)));
    }

    @Test
    void theNewestTokenComesFirst() {
        IssuedToken first = issue(ana, Scope.READ);
        IssuedToken second = issue(ana, Scope.READ);

        var ids = ana.tokens().list().stream().map(AccessToken::id).toList();

        assertThat(ids).containsSubsequence(second.token().id(), first.token().id());
    }

    @Test
    void aReadTokenReadsAndNoMore() {
        Hub reader = fixture.withToken(issue(ana, Scope.READ).secret());

        assertThat(reader.sessions().list(SessionFilter.ALL, PageRequest.first(1)))
                .isNotNull();
        assertThat(reader.projects().get(fixture.project())).isNotNull();
        assertRefused(
                NOT_ALLOWED,
                () -> reader.sessions().create(new NewSession(fixture.project(), null, Visibility.PRIVATE)));
    }

    @Test
    void anAdminsTokenWithoutTheAdminScopeIsNoAdmin() {
        Hub reader = fixture.withToken(issue(admin, Scope.READ, Scope.CHAT).secret());

        assertRefused(NOT_ALLOWED, () -> reader.audit().find(AuditFilter.ALL, PageRequest.first(1)));
        assertRefused(
                NOT_ALLOWED,
                () -> reader.people().setActive(ana.account().me().person().id(), false));
    }

    @Test
    void theAdminScopeTakesTheAdminRole() {
        assertRefused(NOT_ALLOWED, () -> issue(ana, Scope.READ, Scope.ADMIN));
        assertThat(issue(admin, Scope.ADMIN).token().scopes()).containsExactly(Scope.ADMIN);
    }

    @Test
    void whoIsNoAdminAnyMoreHasNoAdminToken() {
        var person = joined(Role.ADMIN);
        Hub byToken = fixture.withToken(issue(signIn(person), Scope.ADMIN).secret());
        assertThat(byToken.audit().find(AuditFilter.ALL, PageRequest.first(1))).isNotNull();

        admin.people().changeRole(person.id(), Role.MEMBER);

        assertRefused(NOT_ALLOWED, () -> byToken.audit().find(AuditFilter.ALL, PageRequest.first(1)));
    }

    @Test
    void aTokenMakesAndRevokesNoTokensButItself() {
        IssuedToken other = issue(ana, Scope.READ);
        IssuedToken token = issue(ana, Scope.READ, Scope.CHAT);
        Hub byToken = fixture.withToken(token.secret());

        assertRefused(NOT_ALLOWED, () -> issue(byToken, Scope.READ));
        assertRefused(NOT_ALLOWED, () -> byToken.tokens().revoke(other.token().id()));
        byToken.tokens().revoke(token.token().id());

        assertRefused(NOT_SIGNED_IN, () -> byToken.account().me());
    }

    @Test
    void aRevokedTokenStopsWorkingAtOnce() {
        IssuedToken token = issue(ana, Scope.READ);
        Hub byToken = fixture.withToken(token.secret());
        assertThat(byToken.account().me().person().login().value()).isEqualTo("ana");

        ana.tokens().revoke(token.token().id());

        assertRefused(NOT_SIGNED_IN, () -> byToken.account().me());
        assertThat(ana.tokens().list())
                .extracting(AccessToken::id)
                .doesNotContain(token.token().id());
    }

    @Test
    void anothersTokenDoesNotExist() {
        IssuedToken token = issue(ana, Scope.READ);

        assertRefused(NOT_FOUND, () -> ben.tokens().revoke(token.token().id()));
        assertRefused(NOT_FOUND, () -> admin.tokens().revoke(token.token().id()));
        assertRefused(NOT_FOUND, () -> ana.tokens().revoke(TokenId.random()));
        assertThat(ben.tokens().list())
                .extracting(AccessToken::id)
                .doesNotContain(token.token().id());
    }

    @Test
    void anInventedTokenIsRefused() {
        assertRefused(
                NOT_SIGNED_IN,
                () -> fixture.withToken("ahp_000000000000000000000000000000000000")
                        .account()
                        .me());
    }

    private static IssuedToken issue(Hub hub, Scope... scopes) {
        return hub.tokens().issue(new NewToken(new TokenName(unique("token")), Set.of(scopes), 7));
    }

    private static AccessToken listed(Hub hub, TokenId id) {
        return hub.tokens().list().stream()
                .filter(t -> t.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
