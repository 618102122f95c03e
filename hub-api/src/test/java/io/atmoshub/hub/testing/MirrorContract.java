package io.atmoshub.hub.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.audit.AuditEntry;
import io.atmoshub.hub.audit.AuditFilter;
import io.atmoshub.hub.mirror.MirrorDownload;
import io.atmoshub.hub.mirror.MirrorFile;
import io.atmoshub.hub.mirror.MirrorUsage.ToolUsage;
import io.atmoshub.hub.mirror.QuarantineDecision;
import io.atmoshub.hub.mirror.QuarantineDecision.Choice;
import io.atmoshub.hub.mirror.QuarantineId;
import io.atmoshub.hub.mirror.QuarantinedFile;
import io.atmoshub.hub.mirror.Recall;
import io.atmoshub.hub.mirror.RecallOrder;
import io.atmoshub.hub.mirror.Verification;
import io.atmoshub.hub.token.NewToken;
import io.atmoshub.hub.token.Scope;
import io.atmoshub.hub.token.TokenName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What the mirror shows and who decides. Where a test can't pretend that something was taken, only the rules of who
/// may do what are left to check.
public abstract class MirrorContract extends Contract {
    private static final String NOWHERE = "0".repeat(64);

    private final String tool = "acme/" + unique("rocket");

    private String address(String version) {
        return "https://github.com/%s/releases/download/%s/rocket_linux_amd64".formatted(tool, version);
    }

    private String taken(Cast who, String version, String content) {
        assumeTrue(fixture.mirror(who, address(version), content), "this host can't pretend downloads");
        return address(version);
    }

    private static String hash(String content) {
        return MirrorShelf.sha256(content.getBytes(StandardCharsets.UTF_8));
    }

    private List<MirrorFile> found(String search) {
        return all(2, page -> vic.mirror().files(search, page));
    }

    private QuarantinedFile differing() {
        String address = taken(Cast.ANA, "v1.0.0", "one " + tool);
        taken(Cast.BEN, "v1.0.0", "another " + tool);
        return ana.mirror().quarantine().stream()
                .filter(one -> one.address().equals(address))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatWasTakenIsListedWithHashAndWhoVouchesForIt() {
        String address = taken(Cast.ANA, "v1.0.0", "one " + tool);

        assertThat(found(tool)).singleElement().satisfies(file -> {
            assertThat(file.address()).isEqualTo(address);
            assertThat(file.tool()).isEqualTo(tool);
            assertThat(file.version()).isEqualTo("v1.0.0");
            assertThat(file.platform()).isEqualTo("linux_amd64");
            assertThat(file.sha256()).isEqualTo(hash("one " + tool));
            assertThat(file.size()).isEqualTo(4 + tool.length());
            assertThat(file.verified()).isEqualTo(Verification.FIRST_SEEN);
            assertThat(file.recalled()).isNull();
        });
        assertThat(found(hash("one " + tool).substring(0, 12))).hasSize(1);
        assertThat(found(tool + " v1.0.0")).hasSize(1);
        assertThat(found(tool + " v2")).isEmpty();
        assertThat(found("%")).isEmpty();
    }

    @Test
    void filesComeInPagesTheNewestFirst() {
        taken(Cast.ANA, "v1.0.0", "one " + tool);
        taken(Cast.ANA, "v1.1.0", "two " + tool);
        taken(Cast.ANA, "v1.2.0", "three " + tool);

        assertThat(found(tool)).extracting(MirrorFile::version).containsExactly("v1.2.0", "v1.1.0", "v1.0.0");
    }

    @Test
    void aFileTellsWhoTookIt() {
        String address = taken(Cast.ANA, "v1.0.0", "one " + tool);
        taken(Cast.BEN, "v1.0.0", "one " + tool);
        taken(Cast.BEN, "v1.0.0", "one " + tool);

        assertThat(vic.mirror().file(address).downloads())
                .extracting(MirrorDownload::who, MirrorDownload::count)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("ana", 1L), org.assertj.core.groups.Tuple.tuple("ben", 2L));
        assertRefused(ErrorCode.NOT_FOUND, () -> vic.mirror().file(address("v9.9.9")));
        assertRefused(ErrorCode.NOT_FOUND, () -> vic.mirror().file("no address"));
    }

    @Test
    void whatDiffersLaterWaitsForADecisionWithBothHashes() {
        QuarantinedFile differing = differing();

        assertThat(differing.kept()).isEqualTo(hash("one " + tool));
        assertThat(differing.seen()).isEqualTo(hash("another " + tool));
        assertThat(differing.decided()).isNull();
        assertThat(found(tool)).extracting(MirrorFile::sha256).containsExactly(differing.kept());
        assertThat(ben.mirror().usage().undecided()).isPositive();
    }

    @Test
    void anAdminDecidesOnceAndWithAReason() {
        QuarantinedFile differing = differing();
        var keep = new QuarantineDecision(Choice.KEEP, "The release was replaced.");

        assertRefused(ErrorCode.NOT_ALLOWED, () -> ada.mirror().decide(differing.id(), keep));
        QuarantinedFile decided = admin.mirror().decide(differing.id(), keep);

        var what = Objects.requireNonNull(decided.decided());
        assertThat(what.choice()).isEqualTo(Choice.KEEP);
        assertThat(what.reason()).isEqualTo("The release was replaced.");
        assertThat(what.by()).isEqualTo("admin");
        assertThat(vic.mirror().quarantine()).contains(decided);
        assertThat(found(tool)).extracting(MirrorFile::sha256).containsExactly(differing.kept());
        assertRefused(ErrorCode.CONFLICT, () -> admin.mirror().decide(differing.id(), keep));
        assertThat(audited("mirror.decide")).anyMatch(entry -> entry.detail().containsValue(keep.reason()));
    }

    @Test
    void whatIsAcceptedIsPinnedFromThenOn() {
        QuarantinedFile differing = differing();

        admin.mirror().decide(differing.id(), new QuarantineDecision(Choice.ACCEPT, "They told us why."));

        assertThat(found(tool)).singleElement().satisfies(file -> {
            assertThat(file.sha256()).isEqualTo(differing.seen());
            assertThat(file.verified()).isEqualTo(Verification.DECISION);
        });
    }

    @Test
    void aRecallShowsWhoTookTheBytesAndCanBeLifted() {
        String address = taken(Cast.BEN, "v1.0.0", "one " + tool);
        var order = new RecallOrder("sha256:" + hash("one " + tool), "Stolen key " + tool);

        assertRefused(ErrorCode.NOT_ALLOWED, () -> ben.mirror().recall(order));
        Recall recall = admin.mirror().recall(order);

        assertThat(recall.downloads()).extracting(MirrorDownload::who).containsExactly("ben");
        assertThat(recall.by()).isEqualTo("admin");
        assertThat(vic.mirror().file(address).file().recalled()).isEqualTo(order.reason());
        assertThat(vic.mirror().recalls()).extracting(Recall::sha256).contains(order.sha256());
        assertThat(audited("mirror.recall")).anyMatch(entry -> entry.detail().containsValue(order.reason()));

        assertRefused(ErrorCode.NOT_ALLOWED, () -> ben.mirror().liftRecall(order));
        admin.mirror().liftRecall(new RecallOrder(order.sha256(), "A false alarm."));

        assertThat(vic.mirror().file(address).file().recalled()).isNull();
        assertRefused(ErrorCode.NOT_FOUND, () -> admin.mirror().liftRecall(order));
    }

    @Test
    void usageTellsWhatThereIsByTool() {
        taken(Cast.ANA, "v1.0.0", "one " + tool);
        taken(Cast.BEN, "v1.1.0", "one " + tool);
        taken(Cast.BEN, "v1.1.0", "one " + tool);

        var usage = vic.mirror().usage();
        ToolUsage mine = usage.tools().stream()
                .filter(one -> one.tool().equals(tool))
                .findFirst()
                .orElseThrow();

        assertThat(mine.files()).isEqualTo(2);
        assertThat(mine.versions()).containsExactly("v1.0.0", "v1.1.0");
        assertThat(mine.platforms()).containsExactly("linux_amd64");
        assertThat(mine.downloads()).isEqualTo(3);
        assertThat(mine.downloadedBytes()).isEqualTo(3L * (4 + tool.length()));
        assertThat(usage.files()).isGreaterThan(usage.blobs());
    }

    @Test
    void whoeverMayReadLooksAndOnlyAdminsDecide() {
        var keep = new QuarantineDecision(Choice.KEEP, "Why not.");

        assertThat(vic.mirror().quarantine()).isNotNull();
        assertThat(vic.mirror().files("", PageRequest.first(1)).items()).hasSizeLessThanOrEqualTo(1);
        assertRefused(ErrorCode.NOT_ALLOWED, () -> ana.mirror().decide(QuarantineId.random(), keep));
        assertRefused(ErrorCode.NOT_FOUND, () -> admin.mirror().decide(QuarantineId.random(), keep));
        assertRefused(ErrorCode.NOT_FOUND, () -> admin.mirror().liftRecall(new RecallOrder(NOWHERE, "Why not.")));
        var narrow = fixture.withToken(admin.tokens()
                .issue(new NewToken(new TokenName(unique("narrow")), Set.of(Scope.READ), 1))
                .secret());
        assertThat(narrow.mirror().usage().tools()).isNotNull();
        assertRefused(ErrorCode.NOT_ALLOWED, () -> narrow.mirror().recall(new RecallOrder(NOWHERE, "Why not.")));
    }

    @Test
    void aDecisionWithoutReasonAndAHashThatIsNoneAreRefused() {
        assertRefused(ErrorCode.INVALID_INPUT, () -> new QuarantineDecision(Choice.KEEP, " "));
        assertRefused(ErrorCode.INVALID_INPUT, () -> new RecallOrder("abc", "Why not."));
        assertRefused(ErrorCode.INVALID_INPUT, () -> new RecallOrder(NOWHERE, ""));
        assertRefused(ErrorCode.NOT_FOUND, () -> QuarantineId.parse("first"));
    }

    private List<AuditEntry> audited(String action) {
        return admin.audit()
                .find(new AuditFilter(null, action, null, null, null, null), PageRequest.first(50))
                .items();
    }
}
