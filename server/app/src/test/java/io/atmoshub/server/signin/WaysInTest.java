package io.atmoshub.server.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.people.DisplayName;
import io.atmoshub.hub.people.LoginName;
import io.atmoshub.hub.people.NewPerson;
import io.atmoshub.hub.people.Person;
import io.atmoshub.hub.people.Role;
import io.atmoshub.hub.testing.Cast;
import io.atmoshub.hub.token.NewToken;
import io.atmoshub.hub.token.Scope;
import io.atmoshub.hub.token.TokenName;
import io.atmoshub.server.password.Passwords;
import io.atmoshub.server.signin.WayIn.Answer;
import io.atmoshub.server.signin.WayIn.CookieChange;
import io.atmoshub.server.testing.TestDatabase;
import io.atmoshub.server.testing.TestIdentity;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WaysInTest {
    private static final String HERE = "http://hub.example";
    private static TestDatabase database;
    private static TestIdentity identity;

    @BeforeAll
    static void open() {
        database = new TestDatabase();
        identity = new TestIdentity(database.tx());
        String hash = new Passwords().hash("correct horse battery");
        database.tx()
                .run(em -> identity.credentials.add(
                        em, new NewPerson(new LoginName("olga"), new DisplayName("Olga"), Role.MEMBER), hash));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void theRightPasswordOpensASignInAndGoesBackToThePage() {
        Answer answer = login("olga", "correct horse battery", "/people");

        var there = (Answer.GoTo) answer;
        assertThat(there.path()).isEqualTo("/people");
        var secret = ((CookieChange.Set) there.cookie()).secret();
        var entered = (Answer.Entered) new ByCookie(identity.ways, identity.signIns)
                .look(visit("GET", "/", Map.of(), Map.of(), Map.of("HUBSIGNIN", secret.value())));
        assertThat(entered.entry().caller().login().value()).isEqualTo("olga");
        assertThat(entered.entry().role()).isEqualTo(Role.MEMBER);
    }

    @Test
    void aWrongPasswordAndAnUnknownNameLookAlike() {
        assertThat(login("olga", "wrong horse battery", "/people"))
                .isEqualTo(new Answer.GoTo("/login?error&continue=%2Fpeople", WayIn.SAME_COOKIE));
        assertThat(login("nobody", "wrong horse battery", "/people"))
                .isEqualTo(new Answer.GoTo("/login?error&continue=%2Fpeople", WayIn.SAME_COOKIE));
    }

    @Test
    void signingOutEndsTheSignIn() {
        var secret = ((CookieChange.Set) ((Answer.GoTo) login("olga", "correct horse battery", "/")).cookie()).secret();
        var byCookie = new ByCookie(identity.ways, identity.signIns);
        Map<String, String> cookie = Map.of("HUBSIGNIN", secret.value());

        assertThat(byCookie.look(visit("POST", "/auth/logout", Map.of(), Map.of(), cookie)))
                .isEqualTo(new Answer.GoTo("/login", new CookieChange.Clear()));

        assertThat(byCookie.look(visit("GET", "/", Map.of(), Map.of(), cookie))).isEqualTo(WayIn.NOT_MINE);
    }

    @Test
    void whoJustSignedInHasBeenSeen() {
        login("olga", "correct horse battery", "/");

        assertThat(identity.people
                        .as(identity.caller(Cast.ADMIN))
                        .list(PageRequest.first(100))
                        .items())
                .filteredOn(person -> person.login().value().equals("olga"))
                .singleElement()
                .extracting(Person::lastSeenAt)
                .isNotNull();
    }

    @Test
    void aTokenSaysThatItWasUsedFromTheFirstTimeOn() {
        var ana = identity.caller(Cast.ANA);
        var issued = identity.tokens.as(ana).issue(new NewToken(new TokenName("first use"), Set.of(Scope.READ), 1));
        Map<String, String> header = Map.of("authorization", "Bearer " + issued.secret());

        new ByToken(identity.ways).look(visit("GET", "/api/v1/account", header, Map.of(), Map.of()));

        assertThat(identity.tokens.as(ana).list())
                .filteredOn(token -> token.name().value().equals("first use"))
                .singleElement()
                .satisfies(token -> assertThat(token.lastUsedAt()).isNotNull());
    }

    @Test
    void anInvitationIsJoinedOnceWithAPasswordThatWillDo() {
        var admin = identity.people.as(identity.caller(Cast.ADMIN));
        Person invited = admin.invite(new NewPerson(new LoginName("nils"), new DisplayName("Nils"), Role.VIEWER))
                .person();
        String secret = admin.inviteAgain(invited.id()).path().substring("join/".length());

        assertThat(join(secret, "short"))
                .isEqualTo(new Answer.GoTo("/join/" + secret + "?error=password", WayIn.SAME_COOKIE));
        assertThat(((Answer.GoTo) join(secret, "long enough for all")).cookie()).isInstanceOf(CookieChange.Set.class);
        assertThat(join(secret, "another long one"))
                .isEqualTo(new Answer.GoTo("/join/" + secret + "?error=link", WayIn.SAME_COOKIE));
    }

    @Test
    void aTokenIsForTheApiOnlyAndABadOneIsRefused() {
        var ana = identity.caller(Cast.ANA);
        String token = identity.tokens
                .as(ana)
                .issue(new NewToken(new TokenName("t"), Set.of(Scope.READ), 1))
                .secret();
        var byToken = new ByToken(identity.ways);
        Map<String, String> header = Map.of("authorization", "Bearer " + token);

        assertThat(byToken.look(visit("GET", "/api/v1/account", header, Map.of(), Map.of())))
                .isInstanceOfSatisfying(
                        Answer.Entered.class,
                        entered -> assertThat(entered.entry().caller().scopes()).containsExactly(Scope.READ));
        assertThat(byToken.look(visit("GET", "/people", header, Map.of(), Map.of())))
                .isEqualTo(WayIn.NOT_MINE);
        assertThat(byToken.look(visit(
                        "GET",
                        "/api/v1/account",
                        Map.of("authorization", "Bearer " + token + "x"),
                        Map.of(),
                        Map.of())))
                .isInstanceOf(Answer.Refused.class);
        assertThat(byToken.look(
                        visit("GET", "/api/v1/account", Map.of("authorization", "Basic b2xnYTp4"), Map.of(), Map.of())))
                .isInstanceOf(Answer.Refused.class);
    }

    @Test
    void onlyOurOwnPagesMaySendTheForms() {
        assertThat(visit("POST", "/auth/login", Map.of("sec-fetch-site", "same-origin"), Map.of(), Map.of())
                        .fromOurPages())
                .isTrue();
        assertThat(visit("POST", "/auth/login", Map.of("origin", HERE), Map.of(), Map.of())
                        .fromOurPages())
                .isTrue();
        for (Map<String, String> headers : Set.of(
                Map.<String, String>of(),
                Map.of("origin", "null"),
                Map.of("origin", "http://evil.example"),
                Map.of("sec-fetch-site", "same-site", "origin", HERE),
                Map.of("sec-fetch-site", "cross-site"))) {
            assertThat(visit("POST", "/auth/login", headers, Map.of(), Map.of()).fromOurPages())
                    .as("%s", headers)
                    .isFalse();
        }
    }

    private static Answer login(String name, String password, String next) {
        return new ByPassword(identity.signIns)
                .look(visit(
                        "POST",
                        "/auth/login",
                        Map.of(),
                        Map.of("username", name, "password", password, "continue", next),
                        Map.of()));
    }

    private static Answer join(String secret, String password) {
        return new ByInvitation(identity.signIns)
                .look(visit("POST", "/auth/join", Map.of(), Map.of("secret", secret, "password", password), Map.of()));
    }

    private static Visit visit(
            String method,
            String path,
            Map<String, String> headers,
            Map<String, String> form,
            Map<String, String> cookies) {
        return new Visit(method, path, headers, form, cookies, "192.0.2.1", HERE);
    }
}
