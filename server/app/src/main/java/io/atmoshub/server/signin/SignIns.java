package io.atmoshub.server.signin;

import io.atmoshub.hub.HubException;
import io.atmoshub.hub.account.PasswordChange;
import io.atmoshub.hub.people.LoginName;
import io.atmoshub.hub.people.Person;
import io.atmoshub.server.audit.Audit;
import io.atmoshub.server.audit.AuditActor;
import io.atmoshub.server.audit.AuditObject;
import io.atmoshub.server.caller.Caller;
import io.atmoshub.server.caller.Entry;
import io.atmoshub.server.caller.Way;
import io.atmoshub.server.caller.Ways;
import io.atmoshub.server.database.Tx;
import io.atmoshub.server.password.BackOff;
import io.atmoshub.server.password.Passwords;
import io.atmoshub.server.people.Credentials;
import io.atmoshub.server.secret.Secret;
import io.atmoshub.server.wiring.Service;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// Signing in by password or by invitation, and signing out.
@Service
public record SignIns(Tx tx, Credentials credentials, Ways ways, Passwords passwords, BackOff backOff, Audit audit) {
    @Inject
    public SignIns {}

    public Attempt signIn(String name, String password, String address) {
        LoginName login;
        try {
            login = new LoginName(name);
        } catch (HubException e) {
            // Nobody is called so. What was typed may be a password, so it is not written down.
            return new Attempt.Wrong();
        }
        Duration wait = backOff.charge(login.value(), address);
        if (!wait.isZero()) {
            return new Attempt.Wait(wait);
        }
        Optional<Credentials.Known> known = tx.call(em -> credentials.find(em, login));
        String hash = known.map(Credentials.Known::passwordHash).orElse(null);
        if (!passwords.matches(password, hash) || known.isEmpty()) {
            tx.run(em -> failed(em, login, address));
            return new Attempt.Wrong();
        }
        backOff.forgive(login.value(), address);
        return tx.call(em -> open(em, known.get().person(), "account.sign-in", address));
    }

    /// Whether the link still works.
    public Optional<Person> invited(Secret secret) {
        return tx.call(em -> credentials.invited(em, secret));
    }

    /// Sets the password and signs in; whoever was signed in before under that account no longer is.
    public Attempt join(Secret secret, String password, String address) {
        PasswordChange.checkNew(password);
        if (invited(secret).isEmpty()) {
            return new Attempt.Wrong();
        }
        String hash = passwords.hash(password);
        return tx.call(em -> credentials
                .accept(em, secret, hash)
                .<Attempt>map(person -> {
                    ways.closeOtherSignIns(em, person.id(), null);
                    return open(em, person, "person.join", address);
                })
                .orElseGet(Attempt.Wrong::new));
    }

    public void signOut(Caller caller) {
        if (caller.way() instanceof Way.SignIn mine) {
            tx.run(em -> {
                ways.close(em, mine);
                AuditObject person = new AuditObject(
                        "person", caller.person().toString(), caller.login().value());
                audit.record(em, caller, "account.sign-out", person, Audit.OK, Map.of());
            });
        }
    }

    private Attempt.Opened open(EntityManager em, Person person, String action, String address) {
        Secret secret = Secret.random("");
        Way.SignIn way = ways.open(em, person.id(), secret, address);
        Caller caller = Caller.signedIn(person.id(), person.login(), person.name(), way, address);
        audit.record(em, caller, action, AuditObject.person(person), Audit.OK, Map.of());
        return new Attempt.Opened(new Entry(caller, person.role()), secret);
    }

    private void failed(EntityManager em, LoginName login, String address) {
        AuditActor somebody = new AuditActor(null, login.value(), address);
        AuditObject claimed = new AuditObject("person", "", login.value());
        audit.record(em, somebody, "account.sign-in", claimed, Audit.FAILED, Map.of());
    }
}
