package io.atmoshub.hub.testing;

import static io.atmoshub.hub.ErrorCode.INVALID_INPUT;
import static io.atmoshub.hub.ErrorCode.NOT_ALLOWED;
import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.hub.Hub;
import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.audit.AuditChain;
import io.atmoshub.hub.audit.AuditEntry;
import io.atmoshub.hub.audit.AuditFilter;
import io.atmoshub.hub.audit.Checkpoint;
import io.atmoshub.hub.session.NewSession;
import io.atmoshub.hub.session.Session;
import io.atmoshub.hub.session.SessionName;
import io.atmoshub.hub.session.Visibility;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What {@link io.atmoshub.hub.audit.AuditLog} promises.
public abstract class AuditLogContract extends Contract {
    @Test
    void whatSomebodyDidIsFoundWithItsActorAndObject() {
        Session session = session();

        AuditEntry entry = created(session);

        assertThat(entry.actorId()).isEqualTo(ana.account().me().person().id().value());
        assertThat(entry.actor()).isNotBlank();
        assertThat(entry.action()).isNotBlank();
        assertThat(entry.outcome()).isNotBlank();
        assertThat(entry.at()).isBeforeOrEqualTo(Instant.now().plusSeconds(1));
    }

    @Test
    void theNewestEntryComesFirst() {
        session();
        session();

        var page = admin.audit().find(AuditFilter.ALL, PageRequest.first(20));

        assertThat(page.items()).extracting(AuditEntry::at).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrDouble() {
        Session session = session();
        ana.sessions().rename(session.id(), new SessionName("Renamed"));
        var mine = new AuditFilter(null, null, session.id().toString(), null, null, null);

        var one = all(1, page -> admin.audit().find(mine, page));
        var many = admin.audit().find(mine, PageRequest.first(50)).items();

        assertThat(one).extracting(AuditEntry::id).doesNotHaveDuplicates();
        assertThat(one.stream().map(AuditEntry::id).toList())
                .isEqualTo(many.stream().map(AuditEntry::id).toList());
        assertThat(one).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void everyPartOfAFilterNarrows() {
        Session session = session();
        AuditEntry entry = created(session);
        String id = session.id().toString();

        assertThat(found(new AuditFilter(entry.actor(), entry.action(), id, entry.outcome(), null, null)))
                .contains(entry.id());
        assertThat(found(new AuditFilter(entry.actor().substring(0, 1) + "*", null, id, null, null, null)))
                .contains(entry.id());
        assertThat(found(new AuditFilter(
                        null, "*", id, null, entry.at(), entry.at().plusSeconds(60))))
                .contains(entry.id());
        assertThat(found(new AuditFilter("nobody-at-all", null, id, null, null, null)))
                .isEmpty();
        assertThat(found(new AuditFilter(null, "no.such.action", id, null, null, null)))
                .isEmpty();
        assertThat(found(new AuditFilter(null, null, id, "no such outcome", null, null)))
                .isEmpty();
        assertThat(found(new AuditFilter(null, null, id, null, entry.at().plusSeconds(60), null)))
                .isEmpty();
        assertThat(found(new AuditFilter(null, null, id, null, null, entry.at().minusSeconds(60))))
                .isEmpty();
    }

    @Test
    void onlyAdminsRead() {
        for (Hub other : new Hub[] {ana, vic, ada}) {
            assertRefused(NOT_ALLOWED, () -> other.audit().find(AuditFilter.ALL, PageRequest.first(1)));
            assertRefused(NOT_ALLOWED, () -> other.audit().sealed(0, 1));
            assertRefused(NOT_ALLOWED, () -> other.audit().checkpoints());
        }
    }

    @Test
    void sealedEntriesFormOneChain() {
        AuditEntry mine = created(session());

        List<AuditEntry> chain = Await.some("the entry is sealed", () -> {
            List<AuditEntry> sealed = wholeChain();
            return sealed.stream().anyMatch(e -> e.id().equals(mine.id())) ? Optional.of(sealed) : Optional.empty();
        });

        String before = AuditChain.START;
        long seq = 0;
        for (AuditEntry entry : chain) {
            assertThat(entry.seq()).isEqualTo(++seq);
            assertThat(entry.hash()).isEqualTo(AuditChain.hash(before, seq, entry));
            before = String.valueOf(entry.hash());
        }
    }

    @Test
    void checkpointsAreSignedAndStandInTheChain() throws Exception {
        session();
        Checkpoint checkpoint = Await.some(
                "a checkpoint", () -> admin.audit().checkpoints().stream().findFirst());

        var entry = admin.audit().sealed(checkpoint.seq() - 1, 1).getFirst();

        assertThat(entry.hash()).isEqualTo(checkpoint.hash());
        var key = KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(checkpoint.publicKey())));
        var signature = Signature.getInstance("Ed25519");
        signature.initVerify(key);
        signature.update(AuditChain.statement(checkpoint.seq(), checkpoint.hash()));
        assertThat(signature.verify(Base64.getDecoder().decode(checkpoint.signature())))
                .isTrue();
    }

    @Test
    void tooManyEntriesAtOnceAreRefused() {
        assertRefused(INVALID_INPUT, () -> admin.audit().sealed(0, 1_001));
        assertRefused(INVALID_INPUT, () -> admin.audit().sealed(0, 0));
    }

    private Session session() {
        return ana.sessions()
                .create(new NewSession(fixture.project(), new SessionName(unique("audited")), Visibility.PRIVATE));
    }

    private AuditEntry created(Session session) {
        return admin.audit()
                .find(new AuditFilter(null, null, session.id().toString(), null, null, null), PageRequest.first(10))
                .items()
                .getLast();
    }

    private List<java.util.UUID> found(AuditFilter filter) {
        return admin.audit().find(filter, PageRequest.first(50)).items().stream()
                .map(AuditEntry::id)
                .toList();
    }

    private List<AuditEntry> wholeChain() {
        var chain = new ArrayList<AuditEntry>();
        while (true) {
            List<AuditEntry> next = admin.audit().sealed(chain.size(), 1_000);
            if (next.isEmpty()) {
                return chain;
            }
            chain.addAll(next);
        }
    }
}
