package io.atmoshub.server.testing;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.people.DisplayName;
import io.atmoshub.hub.people.LoginName;
import io.atmoshub.hub.people.NewPerson;
import io.atmoshub.hub.people.Person;
import io.atmoshub.hub.people.Role;
import io.atmoshub.hub.testing.Cast;
import io.atmoshub.server.account.AccountForCaller;
import io.atmoshub.server.audit.Audit;
import io.atmoshub.server.caller.Access;
import io.atmoshub.server.caller.Caller;
import io.atmoshub.server.caller.Entry;
import io.atmoshub.server.caller.Way;
import io.atmoshub.server.caller.Ways;
import io.atmoshub.server.database.Tx;
import io.atmoshub.server.password.BackOff;
import io.atmoshub.server.password.Passwords;
import io.atmoshub.server.people.Credentials;
import io.atmoshub.server.people.PeopleForCaller;
import io.atmoshub.server.secret.Secret;
import io.atmoshub.server.signin.Attempt;
import io.atmoshub.server.signin.SignIns;
import io.atmoshub.server.token.TokensForCaller;
import io.atmoshub.server.wiring.Time;
import java.time.Clock;

/// The people, their ways in and the services around them, put together as CDI does it, on a test's
/// database. `castOf…` people sign in without a password being hashed, which keeps tests fast.
public final class TestIdentity {
    public static final String ADDRESS = "192.0.2.7";
    private static final Passwords PASSWORDS = new Passwords();

    public final Tx tx;
    public final Clock clock;
    public final Audit audit;
    public final Access access;
    public final Ways ways;
    public final Credentials credentials;
    public final BackOff backOff;
    public final SignIns signIns;
    public final AccountForCaller accounts;
    public final PeopleForCaller people;
    public final TokensForCaller tokens;

    public TestIdentity(Tx tx) {
        this(tx, Time.clock());
    }

    public TestIdentity(Tx tx, Clock clock) {
        this.tx = tx;
        this.clock = clock;
        audit = new Audit(clock);
        access = new Access(clock);
        ways = new Ways(tx, clock);
        credentials = new Credentials(clock);
        backOff = new BackOff(tx, clock);
        signIns = new SignIns(tx, credentials, ways, PASSWORDS, backOff, audit);
        accounts = new AccountForCaller(tx, access, audit, ways, credentials, PASSWORDS, backOff);
        people = new PeopleForCaller(tx, access, audit, ways, clock);
        tokens = new TokensForCaller(tx, access, audit, clock);
    }

    /// One of the cast, who is added when they are not there yet, signed in.
    public Caller caller(Cast who) {
        return caller(who.login(), who.displayName(), who.role());
    }

    public Caller caller(String login, String name, Role role) {
        return tx.call(em -> {
            LoginName loginName = new LoginName(login);
            Person person = credentials
                    .find(em, loginName)
                    .map(Credentials.Known::person)
                    .orElseGet(() ->
                            credentials.add(em, new NewPerson(loginName, new DisplayName(name), role), "no password"));
            Way.SignIn way = ways.open(em, person.id(), Secret.random(""), ADDRESS);
            return Caller.signedIn(person.id(), person.login(), person.name(), way, ADDRESS);
        });
    }

    /// As the sign-in page does it.
    public Caller signIn(String login, String password) {
        return caller(signIns.signIn(login, password, ADDRESS));
    }

    /// As an invitation's page does it.
    public Caller join(String path, String password) {
        return caller(signIns.join(new Secret(path.substring("join/".length())), password, ADDRESS));
    }

    /// As the REST API does it.
    public Caller byToken(String secret) {
        return ways.byToken(new Secret(secret), ADDRESS)
                .map(Entry::caller)
                .orElseThrow(() -> new HubException(ErrorCode.NOT_SIGNED_IN, "This token is none.", "Make one."));
    }

    private static Caller caller(Attempt attempt) {
        return switch (attempt) {
            case Attempt.Opened opened -> opened.entry().caller();
            case Attempt.Wrong() -> throw new HubException(ErrorCode.NOT_SIGNED_IN, "Wrong.", "Try again.");
            case Attempt.Wait(var time) ->
                throw new HubException(ErrorCode.TOO_MANY_ATTEMPTS, "Wait " + time, "Try again later.");
        };
    }
}
