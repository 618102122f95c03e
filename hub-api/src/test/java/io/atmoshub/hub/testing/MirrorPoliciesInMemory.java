package io.atmoshub.hub.testing;

import io.atmoshub.hub.ErrorCode;
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
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// The mirror's policy in memory. It understands `default: deny` and takes all other known keys as they are.
record MirrorPoliciesInMemory(Organisation org, WayIn way) implements MirrorPolicies {
    private static final String KNOWN = "|default|unnamed|minimum_age|verification|rules|exceptions|";

    @Override
    public PolicyDocument current() {
        return org.locked(() -> {
            org.require(way, Role.VIEWER, Scope.READ);
            return newest();
        });
    }

    private PolicyDocument newest() {
        return org.mirror.policies.isEmpty() ? PolicyDocument.NONE : org.mirror.policies.getLast();
    }

    @Override
    public List<PolicyRevision> history() {
        return org.locked(() -> {
            org.require(way, Role.VIEWER, Scope.READ);
            return org.mirror.policies.reversed().stream()
                    .map(PolicyDocument::revision)
                    .toList();
        });
    }

    @Override
    public List<PolicyFinding> check(PolicyText text) {
        return org.locked(() -> {
            admin();
            return findings(text.text());
        });
    }

    @Override
    public List<PolicyEffect> simulate(PolicyText text) {
        return org.locked(() -> {
            admin();
            refuseErrors(text.text());
            boolean before = denied(newest().text());
            boolean after = denied(text.text());
            return before == after
                    ? List.of()
                    : org.mirror.taken.stream()
                            .map(MirrorShelf.Taken::download)
                            .map(one -> {
                                var file = org.mirror.files.get(one.address());
                                String words = file.tool() + " is not allowed.";
                                return new PolicyEffect(
                                        file.tool(),
                                        file.version(),
                                        one.who(),
                                        one.count(),
                                        one.last(),
                                        before ? words : null,
                                        after ? words : null);
                            })
                            .toList();
        });
    }

    @Override
    public PolicyDocument save(PolicyChange change) {
        return org.locked(() -> {
            Person me = admin();
            refuseErrors(change.text());
            if (newest().revision().number() != change.base()) {
                throw new HubException(ErrorCode.CONFLICT, "Somebody was faster.", "Look at it again.");
            }
            var saved = new PolicyDocument(
                    new PolicyRevision(change.base() + 1, me.login().value(), org.now(), change.reason()),
                    change.text());
            org.mirror.policies.add(saved);
            org.record(
                    way,
                    "mirror.policy",
                    "policy",
                    "r" + saved.revision().number(),
                    "mirror",
                    Map.of("reason", change.reason()));
            return saved;
        });
    }

    private Person admin() {
        return org.require(way, Role.ADMIN, Scope.ADMIN);
    }

    private static boolean denied(String text) {
        return text.lines().anyMatch("default: deny"::equals);
    }

    private static void refuseErrors(String text) {
        findings(text).stream().findFirst().ifPresent(error -> {
            throw new HubException(ErrorCode.INVALID_INPUT, error.problem(), error.hint());
        });
    }

    private static List<PolicyFinding> findings(String text) {
        List<String> lines = text.lines().toList();
        return IntStream.range(0, lines.size())
                .filter(at -> lines.get(at).matches("[a-z_]+:.*"))
                .filter(at -> !KNOWN.contains("|" + lines.get(at).split(":", 2)[0] + "|"))
                .mapToObj(at -> new PolicyFinding(
                        at + 1,
                        1,
                        true,
                        "There is no key \"%s\" here.".formatted(lines.get(at).split(":", 2)[0]),
                        "Write default."))
                .toList();
    }
}
