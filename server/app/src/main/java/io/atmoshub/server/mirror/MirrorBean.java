package io.atmoshub.server.mirror;

import static io.atmoshub.hub.ErrorCode.CONFLICT;
import static io.atmoshub.hub.ErrorCode.NOT_FOUND;

import io.atmoshub.hub.HubException;
import io.atmoshub.hub.Page;
import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.mirror.Mirror;
import io.atmoshub.hub.mirror.MirrorFile;
import io.atmoshub.hub.mirror.MirrorFileDetails;
import io.atmoshub.hub.mirror.MirrorPolicies;
import io.atmoshub.hub.mirror.MirrorUsage;
import io.atmoshub.hub.mirror.QuarantineDecision;
import io.atmoshub.hub.mirror.QuarantineId;
import io.atmoshub.hub.mirror.QuarantinedFile;
import io.atmoshub.hub.mirror.Recall;
import io.atmoshub.hub.mirror.RecallOrder;
import io.atmoshub.hub.people.Person;
import io.atmoshub.hub.people.Role;
import io.atmoshub.hub.token.Scope;
import io.atmoshub.mirror.blob.BlobId;
import io.atmoshub.mirror.ledger.Holdings;
import io.atmoshub.mirror.ledger.Ledger;
import io.atmoshub.mirror.ledger.Quarantined;
import io.atmoshub.mirror.upstream.UpstreamAddress;
import io.atmoshub.server.audit.Audit;
import io.atmoshub.server.audit.AuditObject;
import io.atmoshub.server.caller.Access;
import io.atmoshub.server.caller.Caller;
import io.atmoshub.server.database.Cursor;
import io.atmoshub.server.database.Tx;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// The mirror, for one caller.
final class MirrorBean implements Mirror {
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private final Caller caller;
    private final Tx tx;
    private final Access access;
    private final Audit audit;
    private final Ledger ledger;
    private final Holdings holdings;
    private final MirrorPolicies policies;

    MirrorBean(
            Caller caller,
            Tx tx,
            Access access,
            Audit audit,
            Ledger ledger,
            Holdings holdings,
            MirrorPolicies policies) {
        this.caller = caller;
        this.tx = tx;
        this.access = access;
        this.audit = audit;
        this.ledger = ledger;
        this.holdings = holdings;
        this.policies = policies;
    }

    @Override
    public Page<MirrorFile> files(String search, PageRequest page) {
        List<String> after = page.cursor() == null ? List.of(LATEST.toString(), "") : Cursor.read(page.cursor(), 2);
        Instant since;
        try {
            since = Instant.parse(after.getFirst());
        } catch (DateTimeException _) {
            throw Cursor.notOurs(String.valueOf(page.cursor()));
        }
        return reading(() -> Cursor.page(
                holdings.files(search, since, after.getLast(), page.limit() + 1),
                page.limit(),
                file -> List.of(file.firstSeen().toString(), file.address())));
    }

    @Override
    public MirrorFileDetails file(String address) {
        return reading(() -> {
            MirrorFile file = holdings.file(address)
                    .orElseThrow(() -> new HubException(
                            NOT_FOUND,
                            "The mirror has no file of \"%s\".".formatted(address),
                            "See what it has with: atmos hub mirror list"));
            return new MirrorFileDetails(
                    file,
                    holdings.evidence(UpstreamAddress.of(URI.create(file.address()))),
                    holdings.takers(file.sha256()));
        });
    }

    @Override
    public List<QuarantinedFile> quarantine() {
        return reading(holdings::quarantine);
    }

    @Override
    public QuarantinedFile decide(QuarantineId id, QuarantineDecision decision) {
        return tx.call(em -> {
            Person me = admin(em);
            Quarantined decided = ledger.decide(
                            id.value(),
                            Quarantined.Decision.valueOf(decision.choice().name()),
                            decision.reason(),
                            me.login().value())
                    .orElseThrow(() -> holdings.inQuarantine(id)
                            ? new HubException(
                                    CONFLICT, "Somebody decided about this file already.", "See what they decided.")
                            : id.unknown());
            audit.record(
                    em,
                    caller,
                    "mirror.decide",
                    new AuditObject("mirror", id.toString(), decided.address().toString()),
                    Audit.OK,
                    Map.of(
                            "choice", decision.choice().name(),
                            "reason", decision.reason(),
                            "kept", decided.kept().hex(),
                            "seen", decided.seen().hex()));
            return Holdings.shown(decided);
        });
    }

    @Override
    public List<Recall> recalls() {
        return reading(holdings::recalls);
    }

    @Override
    public Recall recall(RecallOrder order) {
        return tx.call(em -> {
            Person me = admin(em);
            ledger.block(new BlobId(order.sha256()), order.reason(), me.login().value());
            record(em, "mirror.recall", order);
            return holdings.recalls().stream()
                    .filter(one -> one.sha256().equals(order.sha256()))
                    .findFirst()
                    .orElseThrow();
        });
    }

    @Override
    public void liftRecall(RecallOrder order) {
        tx.run(em -> {
            admin(em);
            if (!ledger.unblock(new BlobId(order.sha256()))) {
                throw new HubException(
                        NOT_FOUND,
                        "The bytes %s are not recalled.".formatted(order.sha256()),
                        "See what is recalled with: atmos hub mirror recalls");
            }
            record(em, "mirror.lift", order);
        });
    }

    @Override
    public MirrorUsage usage() {
        return reading(holdings::usage);
    }

    @Override
    public MirrorPolicies policy() {
        return policies;
    }

    private void record(EntityManager em, String action, RecallOrder order) {
        audit.record(
                em,
                caller,
                action,
                new AuditObject("mirror", order.sha256(), order.sha256()),
                Audit.OK,
                Map.of("reason", order.reason()));
    }

    private Person admin(EntityManager em) {
        return access.require(em, caller, Role.ADMIN, Scope.ADMIN);
    }

    private <T> T reading(Supplier<T> work) {
        return tx.call(em -> {
            access.require(em, caller, Role.VIEWER, Scope.READ);
            return work.get();
        });
    }
}
