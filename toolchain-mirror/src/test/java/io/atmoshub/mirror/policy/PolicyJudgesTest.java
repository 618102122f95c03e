package io.atmoshub.mirror.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.hub.policy.PolicyFinding;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a policy says about a version, and in which words.
class PolicyJudgesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private static final MirrorPolicy POLICY = MirrorPolicy.of("""
            minimum_age: 7 days
            verification: published
            rules:
              - tool: hashicorp/terraform
                versions: ">= 1.10.0, < 2"
              - tool: evil/*
                deny: It phones home.
              - tool: acme/*
                minimum_age: 0 days
                verification: any
              - tool: cli/cli
                teams: [payments]
                versions: "2.0.0"
            exceptions:
              - tool: hashicorp/terraform
                versions: 1.8.5
                reason: The state of the old platform.
                until: 2026-11-21
            """);

    private static Candidate old(String tool, String version) {
        return new Candidate(tool, version, Optional.empty(), Instant.EPOCH, true, Optional.empty());
    }

    private static String refusal(Candidate wanted) {
        return POLICY.judge(wanted, NOW, true).map(Refusal::what).orElse("");
    }

    @Test
    void theExampleHasNoErrorButSaysThatThereAreNoTeams() {
        assertThat(POLICY.findings()).singleElement().satisfies(note -> {
            assertThat(note.error()).isFalse();
            assertThat(note.problem()).contains("no teams yet");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "hashicorp/terraform, 1.9.0, 'hashicorp/terraform 1.9.0 is not allowed; allowed: >= 1.10.0, < 2.'",
        "hashicorp/terraform, v1.13.5, ''",
        "HashiCorp/Terraform, v1.9.0, 'HashiCorp/Terraform 1.9.0 is not allowed; allowed: >= 1.10.0, < 2.'",
        "hashicorp/terraform, 1.8.5, ''",
        "evil/tool, v1.0.0, 'evil/tool is not allowed: It phones home.'",
        "other/tool, tool/v1.0.0, ''"
    })
    void theFirstRuleForAToolDecidesAndAnExceptionBeatsIt(String tool, String version, String words) {
        assertThat(refusal(old(tool, version))).isEqualTo(words);
    }

    @Test
    void anExceptionEndsWithItsDay() {
        var wanted = old("hashicorp/terraform", "1.8.5");

        assertThat(POLICY.judge(wanted, Instant.parse("2026-11-21T23:59:59Z"), true))
                .isEmpty();
        assertThat(POLICY.judge(wanted, Instant.parse("2026-11-22T00:00:00Z"), true))
                .isPresent();
    }

    @Test
    void ageCountsFromTheLaterOfWhatUpstreamSaysAndWhatThisHubSaw() {
        Instant long_ago = Instant.parse("2026-01-01T00:00:00Z");
        Instant yesterday = Instant.parse("2026-11-20T12:00:00Z");

        assertThat(refusal(new Candidate("a/b", "v1", Optional.of(long_ago), long_ago, true, Optional.empty())))
                .isEmpty();
        assertThat(refusal(new Candidate("a/b", "v1", Optional.of(yesterday), long_ago, true, Optional.empty())))
                .isEqualTo("a/b 1 is not allowed yet: a version has to be 7 days old, and this one was published on"
                        + " 2026-11-20 and this hub first saw on 2026-01-01.");
        assertThat(POLICY.judge(
                                new Candidate("a/b", "v1", Optional.of(long_ago), yesterday, true, Optional.empty()),
                                NOW,
                                true)
                        .orElseThrow()
                        .hint())
                .startsWith("It is allowed from 2026-11-27 on.");
        assertThat(refusal(new Candidate("acme/b", "v1", Optional.empty(), NOW.plusSeconds(1), true, Optional.empty())))
                .isEmpty();
    }

    @Test
    void whatNobodyVouchesForIsRefusedOnceThatIsKnown() {
        var wanted = new Candidate("a/b", "v1", Optional.empty(), Instant.EPOCH, false, Optional.empty());

        assertThat(refusal(wanted)).contains("a/b 1 is not allowed: neither a digest");
        assertThat(POLICY.judge(wanted, NOW, false)).isEmpty();
        assertThat(refusal(new Candidate("acme/b", "v1", Optional.empty(), Instant.EPOCH, false, Optional.empty())))
                .isEmpty();
    }

    @Test
    void aRuleForATeamBindsThatTeamAlone() {
        var theirs = new Candidate("cli/cli", "v1.0.0", Optional.empty(), Instant.EPOCH, true, Optional.of("payments"));

        assertThat(refusal(theirs)).isEqualTo("cli/cli 1.0.0 is not allowed for team payments; allowed: 2.0.0.");
        assertThat(refusal(old("cli/cli", "v1.0.0"))).isEmpty();
    }

    @Test
    void whatIsNotNamedMayBeDenied() {
        MirrorPolicy closed = MirrorPolicy.of("""
                default: deny
                unnamed: deny
                rules:
                  - tool: opentofu/*
                """);

        assertThat(closed.judge(old("opentofu/opentofu", "v1.10.0"), NOW, true)).isEmpty();
        assertThat(closed.judge(old("other/tool", "v1"), NOW, true))
                .get()
                .extracting(Refusal::what)
                .asString()
                .contains("not among the tools");
        assertThat(closed.judge(old("", ""), NOW, true)).isPresent();
        assertThat(MirrorPolicy.of(" ").judge(old("", ""), NOW, true)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'- a' | 1 | This is no policy",
                "'a: [' | 1 | ",
                "'minimum_age: soon' | 1 | \"soon\" is no age",
                "'verification: magic' | 1 | no verification \"magic\"",
                "'default: maybe' | 1 | neither allow nor deny",
                "'rules: 3' | 1 | is a list",
                "'rules: [3]' | 1 | has keys and values",
                "'rules: [{deny: No.}]' | 1 | \"tool\" is missing",
                "'rules: [{tool: a, versions: \">> 1\"}]' | 1 | no constraint",
                "'exceptions: [{tool: a, reason: b, until: 2026-12-31}]' | 1 | for which \"versions\"",
                "'exceptions: [{tool: a, versions: 1, reason: b, until: soon}]' | 1 | is no day",
                "'exceptions: [{tool: a, versions: 1, until: 2026-12-31}]' | 1 | \"reason\" is missing"
            })
    void whatIsWrongIsFoundWithItsPlace(String text, int line, String problem) {
        assertThat(MirrorPolicy.of(text).findings())
                .filteredOn(PolicyFinding::error)
                .isNotEmpty()
                .first()
                .satisfies(finding -> {
                    assertThat(finding.line()).isEqualTo(line);
                    assertThat(finding.problem()).contains(problem == null ? "" : problem);
                    assertThat(finding.hint()).isNotBlank();
                });
    }
}
