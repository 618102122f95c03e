package io.atmoshub.hub.testing;

import static io.atmoshub.hub.ErrorCode.CONFLICT;
import static io.atmoshub.hub.ErrorCode.INVALID_INPUT;
import static io.atmoshub.hub.ErrorCode.NOT_ALLOWED;
import static io.atmoshub.hub.ErrorCode.NOT_FOUND;
import static io.atmoshub.hub.ErrorCode.NOT_SIGNED_IN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.atmoshub.hub.Hub;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.people.DisplayName;
import io.atmoshub.hub.people.NewPerson;
import io.atmoshub.hub.people.Person;
import io.atmoshub.hub.people.PersonId;
import io.atmoshub.hub.people.Role;
import io.atmoshub.hub.token.NewToken;
import io.atmoshub.hub.token.Scope;
import io.atmoshub.hub.token.TokenName;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What {@link io.atmoshub.hub.people.People} promises.
public abstract class PeopleContract extends Contract {
    @Test
    void everybodySeesThePeopleByLoginName() {
        var logins =
                all(2, vic.people()::list).stream().map(p -> p.login().value()).toList();

        assertThat(logins)
                .contains("ada", "admin", "ana", "ben", "vic")
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void aPersonIsFoundById() {
        Person me = ana.account().me().person();

        assertThat(vic.people().get(me.id()).login()).isEqualTo(me.login());
        assertRefused(NOT_FOUND, () -> vic.people().get(PersonId.random()));
    }

    @Test
    void aForeignCursorIsRefused() {
        assertRefused(INVALID_INPUT, () -> ana.people().list(new PageRequest("no cursor of yours \u2603", 10)));
    }

    @Test
    void anInvitedPersonJoinsOnceAndSignsIn() {
        var invitation = invited(Role.MEMBER);
        assertThat(invitation.person().active()).isTrue();
        assertThat(invitation.person().joined()).isFalse();
        assertThat(invitation.path()).startsWith("join/");
        assertThat(invitation.expiresAt()).isAfter(Instant.now());

        fixture.join(invitation, PASSWORD);

        var me = signIn(invitation.person()).account().me().person();
        assertThat(me.joined()).isTrue();
        assertThrows(HubException.class, () -> fixture.join(invitation, "another long password"));
    }

    @Test
    void aNewInvitationReplacesTheEarlierOne() {
        var lost = invited(Role.MEMBER);

        var again = admin.people().inviteAgain(lost.person().id());

        assertThrows(HubException.class, () -> fixture.join(lost, PASSWORD));
        fixture.join(again, PASSWORD);
        assertThat(signIn(again.person()).account().me().person().id())
                .isEqualTo(lost.person().id());
    }

    @Test
    void aTakenLoginIsRefused() {
        Person there = invited(Role.VIEWER).person();

        assertRefused(
                CONFLICT,
                () -> admin.people().invite(new NewPerson(there.login(), new DisplayName("Other"), Role.VIEWER)));
    }

    @Test
    void onlyAdminsChangeAnything() {
        Person somebody = invited(Role.VIEWER).person();
        for (Hub other : new Hub[] {ana, vic, ada}) {
            assertRefused(
                    NOT_ALLOWED,
                    () -> other.people().invite(new NewPerson(somebody.login(), somebody.name(), Role.ADMIN)));
            assertRefused(NOT_ALLOWED, () -> other.people().inviteAgain(somebody.id()));
            assertRefused(NOT_ALLOWED, () -> other.people().changeRole(somebody.id(), Role.ADMIN));
            assertRefused(NOT_ALLOWED, () -> other.people().setActive(somebody.id(), false));
        }
    }

    @Test
    void aChangedRoleCountsAtOnce() {
        Person person = joined(Role.VIEWER);
        Hub theirs = signIn(person);
        assertRefused(NOT_ALLOWED, () -> theirs.people().inviteAgain(person.id()));

        assertThat(admin.people().changeRole(person.id(), Role.APPROVER).role()).isEqualTo(Role.APPROVER);

        assertThat(theirs.account().me().person().role()).isEqualTo(Role.APPROVER);
    }

    @Test
    void theLastAdminStays() {
        Person me = admin.account().me().person();

        assertRefused(CONFLICT, () -> admin.people().changeRole(me.id(), Role.APPROVER));
        assertRefused(CONFLICT, () -> admin.people().setActive(me.id(), false));
        assertThat(admin.account().me().person().role()).isEqualTo(Role.ADMIN);
    }

    @Test
    void oneOfTwoAdminsMayGo() {
        Person second = joined(Role.ADMIN);

        assertThat(admin.people().changeRole(second.id(), Role.VIEWER).role()).isEqualTo(Role.VIEWER);
    }

    @Test
    void switchingOffEndsSignInsAndTokensAtOnce() {
        Person person = joined(Role.MEMBER);
        Hub signedIn = signIn(person);
        var token = signedIn.tokens().issue(new NewToken(new TokenName("t"), Set.of(Scope.READ), 5));
        Hub byToken = fixture.withToken(token.secret());
        assertThat(byToken.account().me().person().id()).isEqualTo(person.id());

        assertThat(admin.people().setActive(person.id(), false).active()).isFalse();

        assertRefused(NOT_SIGNED_IN, () -> signedIn.account().me());
        assertRefused(NOT_SIGNED_IN, () -> byToken.account().me());
        assertRefused(NOT_SIGNED_IN, () -> signIn(person).account().me());
    }

    @Test
    void whoIsSwitchedOnAgainSignsInAgain() {
        Person person = joined(Role.MEMBER);
        Hub before = signIn(person);
        admin.people().setActive(person.id(), false);

        admin.people().setActive(person.id(), true);

        assertRefused(NOT_SIGNED_IN, () -> before.account().me());
        assertThat(signIn(person).account().me().person().active()).isTrue();
    }
}
