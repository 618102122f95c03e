package io.atmoshub.server.audit;

import io.atmoshub.server.caller.Caller;
import io.atmoshub.server.wiring.Service;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/// Writes down what happened, in the transaction in which it happens: either both are there or neither is.
@Service
public class Audit {
    public static final String OK = "ok";
    public static final String FAILED = "failed";
    public static final String DENIED = "denied";

    private final Clock clock;

    @Inject
    public Audit(Clock clock) {
        this.clock = clock;
    }

    /// `action` is `kind.verb`, such as `token.issue`; `detail` holds no secret.
    public void record(
            EntityManager em,
            AuditActor actor,
            String action,
            AuditObject object,
            String outcome,
            Map<String, String> detail) {
        em.persist(new AuditEntryEntity(UUID.randomUUID(), clock.instant(), actor, action, object, outcome, detail));
    }

    public void record(
            EntityManager em,
            Caller actor,
            String action,
            AuditObject object,
            String outcome,
            Map<String, String> detail) {
        record(em, AuditActor.of(actor), action, object, outcome, detail);
    }
}
