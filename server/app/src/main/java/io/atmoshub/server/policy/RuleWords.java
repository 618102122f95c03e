package io.atmoshub.server.policy;

import io.atmoshub.assistant.permission.Rule;
import io.atmoshub.hub.policy.PolicyRule;
import io.atmoshub.hub.session.Demand;

/// A rule in words, for people.
final class RuleWords {
    private RuleWords() {}

    static PolicyRule of(Rule rule) {
        return new PolicyRule(
                rule.layer().word(),
                rule.line(),
                rule.verb().word(),
                String.join(", ", rule.tools().stream().map(Object::toString).toList()),
                rule.narrowed(),
                effect(rule));
    }

    private static String effect(Rule rule) {
        if (rule.fallback()) {
            return "where nothing else of this document applies";
        }
        Demand demand = rule.demand();
        if (demand.approvers() > 0) {
            String who = demand.approvers() == 1 ? "an approver" : demand.approvers() + " approvers";
            return "wants " + who + (demand.notTheAsker() ? " other than who asks" : "");
        }
        return switch (rule.layer()) {
            case PROJECT -> rule.allows() ? "has no effect: a project only tightens" : "";
            case ORGANISATION -> rule.asks() && rule.alwaysCounts() ? "an \"allow always\" answers it" : "";
            case GRANT, BUILT_IN -> "";
        };
    }
}
