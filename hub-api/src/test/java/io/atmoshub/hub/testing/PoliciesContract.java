package io.atmoshub.hub.testing;

import static io.atmoshub.hub.ErrorCode.CONFLICT;
import static io.atmoshub.hub.ErrorCode.INVALID_INPUT;
import static io.atmoshub.hub.ErrorCode.NOT_ALLOWED;
import static io.atmoshub.hub.ErrorCode.NOT_FOUND;
import static io.atmoshub.hub.ErrorCode.TOO_LARGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.hub.Hub;
import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.policy.Grant;
import io.atmoshub.hub.policy.GrantId;
import io.atmoshub.hub.policy.PolicyChange;
import io.atmoshub.hub.policy.PolicyDocument;
import io.atmoshub.hub.policy.PolicyFinding;
import io.atmoshub.hub.policy.PolicyRevision;
import io.atmoshub.hub.policy.PolicyText;
import io.atmoshub.hub.policy.WhatHappens;
import io.atmoshub.hub.policy.WhatIf;
import io.atmoshub.hub.project.ProjectId;
import io.atmoshub.hub.session.Answer;
import io.atmoshub.hub.session.Choice;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.Message;
import io.atmoshub.hub.session.NewSession;
import io.atmoshub.hub.session.SessionId;
import io.atmoshub.hub.session.SessionName;
import io.atmoshub.hub.session.Visibility;
import io.atmoshub.hub.token.NewToken;
import io.atmoshub.hub.token.Scope;
import io.atmoshub.hub.token.TokenName;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What {@link io.atmoshub.hub.policy.Policies} promises. A hub may have a policy already.
public abstract class PoliciesContract extends Contract {
    @Test
    void whatAnAdminSavesHolds() {
        String tool = tool();
        int base = base();

        PolicyDocument saved = admin.policies().save(new PolicyChange(denying(tool), "  Too dangerous  ", base));

        assertThat(saved.text()).isEqualTo(denying(tool));
        assertThat(saved.revision().number()).isEqualTo(base + 1);
        assertThat(saved.revision().reason()).isEqualTo("Too dangerous");
        assertThat(saved.revision().savedBy()).isEqualTo("admin");
        assertThat(saved.revision().savedAt()).isNotNull();
        assertThat(admin.policies().current()).isEqualTo(saved);
        WhatHappens ruled = ana.policies().whatIf(WhatIf.of(tool));
        assertThat(ruled.verb()).isEqualTo("deny");
        assertThat(ruled.rule()).isEqualTo("organisation@r%d line 2: deny %s".formatted(base + 1, tool));
    }

    @Test
    void everyRevisionStaysInTheHistory() {
        int base = base();
        PolicyDocument first = admin.policies().save(new PolicyChange(denying(tool()), "One", base));
        PolicyDocument second = admin.policies().save(new PolicyChange("", "Two", base + 1));

        List<PolicyRevision> history = all(1, admin.policies()::history);

        assertThat(history.subList(0, 2)).containsExactly(second.revision(), first.revision());
        assertThat(admin.policies().revision(base + 1)).isEqualTo(first);
        assertThat(admin.policies().revision(0)).isEqualTo(PolicyDocument.NONE);
        assertRefused(NOT_FOUND, () -> admin.policies().revision(base + 3));
    }

    @Test
    void whoSavesWhatIsBasedOnAnEarlierRevisionLosesNothing() {
        int base = base();
        PolicyDocument theirs = admin.policies().save(new PolicyChange(denying(tool()), "Theirs", base));

        assertRefused(CONFLICT, () -> admin.policies().save(new PolicyChange("", "Mine", base)));
        assertThat(admin.policies().current()).isEqualTo(theirs);
    }

    @Test
    void anErrorIsToldWithItsPlaceAndCantBeSaved() {
        String wrong = denying(tool()).replace("deny", "dney");

        PolicyFinding finding = admin.policies().check(new PolicyText(wrong)).getFirst();

        assertThat(finding.error()).isTrue();
        assertThat(finding.line()).isEqualTo(3);
        assertThat(finding.column()).isEqualTo(17);
        assertThat(finding.hint()).isEqualTo("Did you mean \"deny\"?");
        assertRefused(INVALID_INPUT, () -> admin.policies().save(new PolicyChange(wrong, "Why", base())));
        assertThat(admin.policies().check(new PolicyText(denying(tool())))).isEmpty();
    }

    @Test
    void aChangeHasAReasonAndALimit() {
        assertRefused(INVALID_INPUT, () -> new PolicyChange("", " ", 0));
        assertRefused(INVALID_INPUT, () -> new PolicyChange("", "x".repeat(501), 0));
        assertRefused(TOO_LARGE, () -> new PolicyText("x".repeat(PolicyText.LONGEST + 1)));
    }

    @Test
    void onlyAdminsSeeTheDocumentAndChangeIt() {
        Hub token = fixture.withToken(admin.tokens()
                .issue(new NewToken(new TokenName("read only"), Set.of(Scope.READ), 1))
                .secret());
        for (Hub hub : List.of(ana, vic, ada, token)) {
            assertRefused(NOT_ALLOWED, () -> hub.policies().current());
            assertRefused(NOT_ALLOWED, () -> hub.policies().revision(0));
            assertRefused(NOT_ALLOWED, () -> hub.policies().history(PageRequest.first(1)));
            assertRefused(NOT_ALLOWED, () -> hub.policies().check(new PolicyText("")));
            assertRefused(NOT_ALLOWED, () -> hub.policies().save(new PolicyChange("", "Why", 0)));
        }
    }

    @Test
    void everybodySeesTheRulesThatApplyToThem() {
        String tool = tool();
        admin.policies().save(new PolicyChange(denying(tool), "Why", base()));

        assertThat(vic.policies().rules(null)).anySatisfy(rule -> {
            assertThat(rule.layer()).isEqualTo("organisation");
            assertThat(rule.line()).isEqualTo(2);
            assertThat(rule.verb()).isEqualTo("deny");
            assertThat(rule.tools()).isEqualTo(tool);
        });
        assertThat(vic.policies().rules(fixture.project())).isNotEmpty();
        assertRefused(NOT_FOUND, () -> vic.policies().rules(ProjectId.random()));
    }

    @Test
    void aTextCanBeTriedBeforeItIsSaved() {
        String tool = tool();
        WhatIf question = WhatIf.of(tool).under(denying(tool));

        assertThat(admin.policies().whatIf(question).verb()).isEqualTo("deny");
        assertThat(admin.policies().whatIf(WhatIf.of(tool)).verb()).isEqualTo("prompt");
        assertRefused(NOT_ALLOWED, () -> ana.policies().whatIf(question));
    }

    @Test
    void askingForOthersIsForAdmins() {
        assertThat(admin.policies().whatIf(WhatIf.of(tool()).by("ana")).verb()).isEqualTo("prompt");
        assertThat(ana.policies().whatIf(WhatIf.of(tool()).by("ana")).verb()).isEqualTo("prompt");
        assertRefused(NOT_ALLOWED, () -> ana.policies().whatIf(WhatIf.of(tool()).by("ben")));
    }

    @Test
    void anAllowAlwaysIsItsOwnersToSeeAndToTakeBack() {
        String rule = allowedAlways();

        Grant grant = ada.policies().grants().getFirst();
        assertThat(grant.rule()).isEqualTo(rule);
        assertThat(grant.projectId()).isEqualTo(fixture.project());
        assertThat(ana.policies().grants()).extracting(Grant::id).doesNotContain(grant.id());
        assertRefused(NOT_FOUND, () -> ana.policies().removeGrant(grant.id()));
        assertRefused(NOT_FOUND, () -> ada.policies().removeGrant(GrantId.random()));

        ada.policies().removeGrant(grant.id());

        assertThat(ada.policies().grants()).extracting(Grant::id).doesNotContain(grant.id());
        assertRefused(NOT_FOUND, () -> ada.policies().removeGrant(grant.id()));
    }

    /// Ada's, for a question that ana's message led to.
    private String allowedAlways() {
        SessionId id = ana.sessions()
                .create(new NewSession(fixture.project(), new SessionName(unique("ask")), Visibility.SHARED))
                .id();
        var follower = new Follower();
        try (var held = ana.sessions().follow(id, 0, follower)) {
            assertThat(held).isNotNull();
            ana.sessions().say(id, Message.of(fixture.messageThatAsks()));
            fixture.work();
            var asked = follower.await(Happening.ApprovalAsked.class);
            Await.until("the question is kept", () -> ada.sessions().get(id).waitingForMe());
            ada.sessions().answer(id, new Answer(asked.call(), asked.fingerprint(), Choice.ALLOW_ALWAYS, null));
            fixture.work();
            follower.awaitRuns(1);
            return asked.alwaysRule();
        }
    }

    private int base() {
        return admin.policies().current().revision().number();
    }

    private static String tool() {
        return unique("tool").replace('-', '_');
    }

    private static String denying(String tool) {
        return "policies:\n  - tools: [%s]\n    permission: deny\n".formatted(tool);
    }
}
