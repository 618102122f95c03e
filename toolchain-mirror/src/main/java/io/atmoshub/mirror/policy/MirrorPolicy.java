package io.atmoshub.mirror.policy;

import io.atmoshub.hub.policy.PolicyFinding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Which tools and versions may be taken, as an admin wrote it. An exception that has not expired beats all; else the
/// first rule for the tool decides, or the default where there is none. It binds whoever asks, for exact versions too.
///
/// @param others whether tools without a rule are allowed
/// @param unnamed whether files are allowed of which nobody knows which tool's they are
public record MirrorPolicy(
        boolean others,
        boolean unnamed,
        Demands usual,
        List<ToolRule> rules,
        List<ToolException> exceptions,
        List<PolicyFinding> findings) {
    public static final MirrorPolicy NONE = new MirrorPolicy(true, true, Demands.NONE, List.of(), List.of(), List.of());

    public MirrorPolicy {
        rules = List.copyOf(rules);
        exceptions = List.copyOf(exceptions);
        findings = List.copyOf(findings);
    }

    /// What was written; what can't be read of it stands among the findings.
    public static MirrorPolicy of(String text) {
        return text.isBlank() ? NONE : new PolicyReader().read(text);
    }

    /// Whether anything is said about ages, so that dates have to be known.
    boolean asksForAge() {
        return !usual.age().isZero()
                || rules.stream().anyMatch(rule -> !rule.demands().age().isZero());
    }

    /// @param fetched whether it is known who vouches for the file
    public Optional<Refusal> judge(Candidate wanted, Instant now, boolean fetched) {
        if (wanted.tool().isEmpty()) {
            return unnamed
                    ? Optional.empty()
                    : Optional.of(new Refusal(
                            "Files that belong to no known tool are not allowed.",
                            "Ask an admin of this hub to allow it."));
        }
        if (exceptions.stream().anyMatch(one -> one.allows(wanted, now))) {
            return Optional.empty();
        }
        Optional<ToolRule> rule =
                rules.stream().filter(one -> one.concerns(wanted)).findFirst();
        if (rule.isEmpty() && !others) {
            return Optional.of(new Refusal(
                    "%s is not allowed%s: it is not among the tools that the policy names."
                            .formatted(wanted.tool(), wanted.forTeam()),
                    "Ask an admin of this hub to add it."));
        }
        return rule.flatMap(one -> one.refuses(wanted))
                .or(() -> rule.map(ToolRule::demands).orElse(usual).unmet(wanted, now, fetched));
    }
}
