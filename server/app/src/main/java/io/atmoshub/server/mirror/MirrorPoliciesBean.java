package io.atmoshub.server.mirror;

import static io.atmoshub.hub.ErrorCode.CONFLICT;
import static io.atmoshub.hub.ErrorCode.INVALID_INPUT;

import io.atmoshub.hub.HubException;
import io.atmoshub.hub.mirror.MirrorPolicies;
import io.atmoshub.hub.mirror.PolicyEffect;
import io.atmoshub.hub.people.Person;
import io.atmoshub.hub.people.Role;
import io.atmoshub.hub.policy.PolicyChange;
import io.atmoshub.hub.policy.PolicyDocument;
import io.atmoshub.hub.policy.PolicyFinding;
import io.atmoshub.hub.policy.PolicyRevision;
import io.atmoshub.hub.policy.PolicyText;
import io.atmoshub.hub.token.Scope;
import io.atmoshub.mirror.policy.MirrorPolicy;
import io.atmoshub.mirror.policy.PolicyShelf;
import io.atmoshub.mirror.policy.Simulation;
import io.atmoshub.server.audit.Audit;
import io.atmoshub.server.audit.AuditObject;
import io.atmoshub.server.caller.Access;
import io.atmoshub.server.caller.Caller;
import io.atmoshub.server.database.Tx;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;

/// The mirror's policy, for one caller.
final class MirrorPoliciesBean implements MirrorPolicies {
    private static final int MOST = 200;

    private final Caller caller;
    private final Tx tx;
    private final Access access;
    private final Audit audit;
    private final PolicyShelf shelf;
    private final Simulation simulation;

    MirrorPoliciesBean(Caller caller, Tx tx, Access access, Audit audit, PolicyShelf shelf, Simulation simulation) {
        this.caller = caller;
        this.tx = tx;
        this.access = access;
        this.audit = audit;
        this.shelf = shelf;
        this.simulation = simulation;
    }

    @Override
    public PolicyDocument current() {
        return tx.call(em -> {
            reader(em);
            return shelf.newest();
        });
    }

    @Override
    public List<PolicyRevision> history() {
        return tx.call(em -> {
            reader(em);
            return shelf.history(MOST);
        });
    }

    @Override
    public List<PolicyFinding> check(PolicyText text) {
        return tx.call(em -> {
            admin(em);
            return MirrorPolicy.of(text.text()).findings();
        });
    }

    @Override
    public List<PolicyEffect> simulate(PolicyText text) {
        return tx.call(em -> {
            admin(em);
            return simulation.of(shelf.current(), sound(text.text()));
        });
    }

    @Override
    public PolicyDocument save(PolicyChange change) {
        return tx.call(em -> {
            Person me = admin(em);
            sound(change.text());
            if (!shelf.add(change, me.id().value(), me.login().value())) {
                throw new HubException(
                        CONFLICT,
                        "Somebody saved the policy after revision %d, from which you started.".formatted(change.base()),
                        "Look at what they changed, and make your change to that.");
            }
            PolicyDocument saved = shelf.newest();
            String number = "r" + saved.revision().number();
            audit.record(
                    em,
                    caller,
                    "mirror.policy",
                    new AuditObject("policy", number, "mirror"),
                    Audit.OK,
                    Map.of("reason", change.reason(), "revision", number));
            return saved;
        });
    }

    private static MirrorPolicy sound(String text) {
        MirrorPolicy policy = MirrorPolicy.of(text);
        policy.findings().stream().filter(PolicyFinding::error).findFirst().ifPresent(error -> {
            throw new HubException(
                    INVALID_INPUT, "%d:%d: %s".formatted(error.line(), error.column(), error.problem()), error.hint());
        });
        return policy;
    }

    private void reader(EntityManager em) {
        access.require(em, caller, Role.VIEWER, Scope.READ);
    }

    private Person admin(EntityManager em) {
        return access.require(em, caller, Role.ADMIN, Scope.ADMIN);
    }
}
