package io.atmoshub.server.account;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.account.Account;
import io.atmoshub.hub.account.Me;
import io.atmoshub.hub.account.PasswordChange;
import io.atmoshub.hub.people.Person;
import io.atmoshub.server.audit.Audit;
import io.atmoshub.server.audit.AuditObject;
import io.atmoshub.server.caller.Caller;
import io.atmoshub.server.caller.Way;
import io.atmoshub.server.database.Tx;
import io.atmoshub.server.password.BackOff;
import io.atmoshub.server.people.Credentials;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One caller's account.
final class AccountBean implements Account {
    private final Caller caller;
    private final AccountForCaller parts;

    AccountBean(Caller caller, AccountForCaller parts) {
        this.caller = caller;
        this.parts = parts;
    }

    @Override
    public Me me() {
        return parts.tx().call(em -> new Me(parts.access().signedIn(em, caller), caller.scopes()));
    }

    /// Hashing takes its time, so it happens between two transactions and not inside of one.
    @Override
    public void changePassword(PasswordChange change) {
        Tx tx = parts.tx();
        String kept = tx.call(em -> {
            Person person = parts.access().requireSignIn(em, caller);
            return parts.credentials()
                    .find(em, person.id())
                    .map(Credentials.Known::passwordHash)
                    .orElse("");
        });
        if (!right(change.current(), kept.isEmpty() ? null : kept)) {
            tx.run(em -> record(em, parts.access().requireSignIn(em, caller), Audit.FAILED));
            throw new HubException(
                    ErrorCode.NOT_ALLOWED, "The present password is wrong.", "Enter the password you signed in with.");
        }
        String hash = parts.passwords().hash(change.next());
        tx.run(em -> {
            Person person = parts.access().requireSignIn(em, caller);
            parts.credentials().setPassword(em, person.id(), hash);
            if (caller.way() instanceof Way.SignIn mine) {
                parts.ways().closeOtherSignIns(em, person.id(), mine);
            }
            record(em, person, Audit.OK);
        });
    }

    private void record(EntityManager em, Person person, String outcome) {
        parts.audit().record(em, caller, "account.password", AuditObject.person(person), outcome, Map.of());
    }

    private boolean right(String password, @Nullable String hash) {
        BackOff backOff = parts.backOff();
        Duration wait = backOff.charge(caller.login().value(), caller.address());
        if (!wait.isZero()) {
            throw BackOff.refusal(wait);
        }
        if (!parts.passwords().matches(password, hash)) {
            return false;
        }
        backOff.forgive(caller.login().value(), caller.address());
        return true;
    }
}
