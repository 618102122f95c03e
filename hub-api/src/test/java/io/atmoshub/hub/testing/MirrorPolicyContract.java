package io.atmoshub.hub.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.audit.AuditFilter;
import io.atmoshub.hub.mirror.MirrorPolicies;
import io.atmoshub.hub.mirror.PolicyEffect;
import io.atmoshub.hub.policy.PolicyChange;
import io.atmoshub.hub.policy.PolicyFinding;
import io.atmoshub.hub.policy.PolicyText;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How the mirror's policy is kept. It is left as it was found.
public abstract class MirrorPolicyContract extends Contract {
    private static final String OPEN = "default: allow\n";
    private static final String CLOSED = "default: deny\n";
    private static final String WRONG = "defualt: deny\n";

    private MirrorPolicies policies;
    private String before = "";

    @BeforeEach
    void lookAtIt() {
        policies = admin.mirror().policy();
        before = policies.current().text();
    }

    @AfterEach
    void putItBack() {
        if (!policies.current().text().equals(before)) {
            save(before);
        }
    }

    private void save(String text) {
        policies.save(
                new PolicyChange(text, "A test.", policies.current().revision().number()));
    }

    @Test
    void aPolicyIsSavedAsTheNextRevisionWithAReason() {
        int base = policies.current().revision().number();

        var saved = policies.save(new PolicyChange(OPEN, "We begin openly.", base));

        assertThat(saved.revision().number()).isEqualTo(base + 1);
        assertThat(saved.revision().savedBy()).isEqualTo("admin");
        assertThat(vic.mirror().policy().current()).isEqualTo(saved);
        assertThat(vic.mirror().policy().history()).first().isEqualTo(saved.revision());
        assertRefused(ErrorCode.CONFLICT, () -> policies.save(new PolicyChange(CLOSED, "Too late.", base)));
        assertThat(admin.audit()
                        .find(new AuditFilter(null, "mirror.policy", null, null, null, null), PageRequest.first(5))
                        .items())
                .anyMatch(entry -> entry.detail().containsValue("We begin openly."));
    }

    @Test
    void whatIsWrongIsFoundWithItsPlaceAndNotSaved() {
        int base = policies.current().revision().number();

        List<PolicyFinding> findings = policies.check(new PolicyText(WRONG));

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.error()).isTrue();
            assertThat(finding.line()).isEqualTo(1);
            assertThat(finding.problem()).contains("defualt");
        });
        assertThat(policies.check(new PolicyText(OPEN))).isEmpty();
        assertRefused(ErrorCode.INVALID_INPUT, () -> policies.save(new PolicyChange(WRONG, "No.", base)));
        assertRefused(ErrorCode.INVALID_INPUT, () -> policies.simulate(new PolicyText(WRONG)));
        assertThat(policies.current().revision().number()).isEqualTo(base);
    }

    @Test
    void everybodyReadsItAndOnlyAdminsChangeIt() {
        var mine = ada.mirror().policy();

        assertThat(mine.current().text()).isEqualTo(before);
        assertRefused(ErrorCode.NOT_ALLOWED, () -> mine.check(new PolicyText(OPEN)));
        assertRefused(ErrorCode.NOT_ALLOWED, () -> mine.simulate(new PolicyText(OPEN)));
        assertRefused(
                ErrorCode.NOT_ALLOWED,
                () -> mine.save(new PolicyChange(
                        OPEN, "Why not.", mine.current().revision().number())));
    }

    @Test
    void aSimulationTellsWhoseDownloadsWouldHaveBeenRefused() {
        String tool = "acme/" + unique("rocket");
        String address = "https://github.com/%s/releases/download/v1.0.0/rocket_linux_amd64".formatted(tool);
        assumeTrue(fixture.mirror(Cast.BEN, address, tool), "this host can't pretend downloads");

        List<PolicyEffect> effects = policies.simulate(new PolicyText(CLOSED)).stream()
                .filter(effect -> effect.tool().equals(tool))
                .toList();

        assertThat(effects).singleElement().satisfies(effect -> {
            assertThat(effect.version()).isEqualTo("v1.0.0");
            assertThat(effect.who()).isEqualTo("ben");
            assertThat(effect.downloads()).isEqualTo(1);
            assertThat(effect.before()).isNull();
            assertThat(effect.after()).contains(tool, "not allowed");
        });
        assertThat(policies.simulate(new PolicyText(OPEN)))
                .noneMatch(effect -> effect.tool().equals(tool));
    }
}
