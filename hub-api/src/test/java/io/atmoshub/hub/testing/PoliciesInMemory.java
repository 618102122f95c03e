package io.atmoshub.hub.testing;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.Page;
import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.people.Person;
import io.atmoshub.hub.people.Role;
import io.atmoshub.hub.policy.Grant;
import io.atmoshub.hub.policy.GrantId;
import io.atmoshub.hub.policy.Policies;
import io.atmoshub.hub.policy.PolicyChange;
import io.atmoshub.hub.policy.PolicyDocument;
import io.atmoshub.hub.policy.PolicyFinding;
import io.atmoshub.hub.policy.PolicyRevision;
import io.atmoshub.hub.policy.PolicyRule;
import io.atmoshub.hub.policy.PolicyText;
import io.atmoshub.hub.policy.WhatHappens;
import io.atmoshub.hub.policy.WhatIf;
import io.atmoshub.hub.project.ProjectId;
import io.atmoshub.hub.session.Demand;
import io.atmoshub.hub.token.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The policies of the hub in memory. It understands no more than a list of rules with exact tools and a permission,
/// each on a line of its own.
record PoliciesInMemory(Organisation org, WayIn way) implements Policies {
    private static final Pattern RULE = Pattern.compile("  - tools: \\[([^\\]]*)\\]\n    permission: (\\w+)");

    private record Rule(int line, String tools, String verb) {}

    @Override
    public PolicyDocument current() {
        return org.locked(() -> {
            admin();
            return newest();
        });
    }

    @Override
    public PolicyDocument revision(int number) {
        return org.locked(() -> {
            admin();
            if (number == 0) {
                return PolicyDocument.NONE;
            }
            if (number < 0 || number > org.policies.size()) {
                throw Organisation.notFound("revision", number);
            }
            return org.policies.get(number - 1);
        });
    }

    @Override
    public Page<PolicyRevision> history(PageRequest page) {
        return org.locked(() -> {
            admin();
            return Organisation.page(
                    org.policies.reversed().stream()
                            .map(PolicyDocument::revision)
                            .toList(),
                    page);
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
    public PolicyDocument save(PolicyChange change) {
        return org.locked(() -> {
            Person me = admin();
            List<PolicyFinding> findings = findings(change.text());
            if (!findings.isEmpty()) {
                throw new HubException(
                        ErrorCode.INVALID_INPUT,
                        findings.getFirst().problem(),
                        findings.getFirst().hint());
            }
            if (change.base() != newest().revision().number()) {
                throw new HubException(ErrorCode.CONFLICT, "Somebody saved meanwhile.", "Look at theirs first.");
            }
            var revision = new PolicyRevision(change.base() + 1, me.login().value(), org.now(), change.reason());
            var saved = new PolicyDocument(revision, change.text());
            org.policies.add(saved);
            org.record(
                    way,
                    "policy.change",
                    "policy",
                    revision.number(),
                    "organisation",
                    Map.of("reason", change.reason()));
            return saved;
        });
    }

    @Override
    public List<PolicyRule> rules(@Nullable ProjectId project) {
        return org.locked(() -> {
            org.require(way, Role.VIEWER, Scope.READ);
            if (project != null && !org.projects.containsKey(project)) {
                throw Organisation.notFound("project", project);
            }
            return rules(newest().text()).stream()
                    .map(rule -> new PolicyRule("organisation", rule.line(), rule.verb(), rule.tools(), "", ""))
                    .toList();
        });
    }

    @Override
    public WhatHappens whatIf(WhatIf question) {
        return org.locked(() -> {
            Person me = org.require(way, Role.VIEWER, Scope.READ);
            boolean mine = question.person() == null
                    || question.person().equals(me.login().value());
            if (me.role() != Role.ADMIN && !(mine && question.text() == null)) {
                throw new HubException(ErrorCode.NOT_ALLOWED, "You ask for yourself only.", "Ask an admin.");
            }
            String text = question.text() == null ? newest().text() : question.text();
            String revision =
                    question.text() == null ? "r" + newest().revision().number() : "draft";
            return rules(text).stream()
                    .filter(rule -> List.of(rule.tools().split(", ")).contains(question.tool()))
                    .findFirst()
                    .map(rule -> new WhatHappens(
                            rule.verb(),
                            "organisation@%s line %d: %s %s"
                                    .formatted(revision, rule.line(), rule.verb(), rule.tools()),
                            Demand.ANYBODY,
                            false))
                    .orElse(new WhatHappens(
                            "prompt", "built-in: what no rule allows asks first", Demand.ANYBODY, true));
        });
    }

    @Override
    public List<Grant> grants() {
        return org.locked(() -> {
            Person me = org.require(way, Role.VIEWER, Scope.READ);
            return org.grants.stream()
                    .filter(owned -> owned.owner().equals(me.id()))
                    .map(Organisation.OwnedGrant::grant)
                    .toList()
                    .reversed();
        });
    }

    @Override
    public void removeGrant(GrantId id) {
        org.locked(() -> {
            Person me = org.require(way, Role.VIEWER, Scope.CHAT);
            boolean removed = org.grants.removeIf(
                    owned -> owned.owner().equals(me.id()) && owned.grant().id().equals(id));
            if (!removed) {
                throw Organisation.notFound("allow always", id);
            }
            org.record(way, "grant.remove", "grant", id, id, Map.of());
        });
    }

    private Person admin() {
        return org.require(way, Role.ADMIN, Scope.ADMIN);
    }

    private PolicyDocument newest() {
        return org.policies.isEmpty() ? PolicyDocument.NONE : org.policies.getLast();
    }

    private static List<PolicyFinding> findings(String text) {
        return rules(text).stream()
                .filter(rule -> !List.of("allow", "prompt", "deny").contains(rule.verb()))
                .map(rule -> new PolicyFinding(
                        rule.line() + 1,
                        17,
                        true,
                        "There is no permission \"%s\".".formatted(rule.verb()),
                        "Did you mean \"deny\"?"))
                .toList();
    }

    private static List<Rule> rules(String text) {
        List<Rule> rules = new ArrayList<>();
        Matcher found = RULE.matcher(text);
        while (found.find()) {
            int line = (int) text.substring(0, found.start()).lines().count() + 1;
            rules.add(new Rule(line, found.group(1), found.group(2)));
        }
        return rules;
    }
}
