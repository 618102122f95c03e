package io.atmoshub.hub.testing;

import static io.atmoshub.hub.ErrorCode.INVALID_INPUT;
import static io.atmoshub.hub.ErrorCode.NOT_ALLOWED;
import static io.atmoshub.hub.ErrorCode.NOT_SIGNED_IN;
import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.hub.Hub;
import io.atmoshub.hub.account.PasswordChange;
import io.atmoshub.hub.people.Person;
import io.atmoshub.hub.people.Role;
import io.atmoshub.hub.token.NewToken;
import io.atmoshub.hub.token.Scope;
import io.atmoshub.hub.token.TokenName;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What {@link io.atmoshub.hub.account.Account} promises.
public abstract class AccountContract extends Contract {
    private static final String NEXT = "eight brown barrels";

    @Test
    void aSignInMayAllThatThePersonMay() {
        var me = ana.account().me();

        assertThat(me.person().login().value()).isEqualTo("ana");
        assertThat(me.person().role()).isEqualTo(Role.MEMBER);
        assertThat(me.scopes()).containsExactlyInAnyOrder(Scope.values());
    }

    @Test
    void aChangedPasswordIsTheOneThatWorks() {
        Person person = joined(Role.MEMBER);

        signIn(person).account().changePassword(new PasswordChange(PASSWORD, NEXT));

        assertThat(fixture.signIn(person.login().value(), NEXT)
                        .account()
                        .me()
                        .person()
                        .id())
                .isEqualTo(person.id());
        assertRefused(NOT_SIGNED_IN, () -> signIn(person).account().me());
    }

    @Test
    void changingThePasswordEndsTheOtherSignIns() {
        Person person = joined(Role.MEMBER);
        Hub here = signIn(person);
        Hub there = signIn(person);

        here.account().changePassword(new PasswordChange(PASSWORD, NEXT));

        assertThat(here.account().me().person().id()).isEqualTo(person.id());
        assertRefused(NOT_SIGNED_IN, () -> there.account().me());
    }

    @Test
    void aWrongPresentPasswordIsRefused() {
        Hub person = signIn(joined(Role.MEMBER));

        assertRefused(
                NOT_ALLOWED, () -> person.account().changePassword(new PasswordChange("not the one at all", NEXT)));
    }

    @Test
    void aTokenCannotChangeThePassword() {
        Hub signedIn = signIn(joined(Role.MEMBER));
        var token = signedIn.tokens().issue(new NewToken(new TokenName("t"), Set.of(Scope.READ, Scope.CHAT), 1));

        assertRefused(
                NOT_ALLOWED,
                () -> fixture.withToken(token.secret()).account().changePassword(new PasswordChange(PASSWORD, NEXT)));
    }

    @Test
    void aShortPasswordIsRefused() {
        assertRefused(INVALID_INPUT, () -> new PasswordChange(PASSWORD, "short"));
    }
}
