package io.atmoshub.assistant.permission;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// All rules that hold for a session: deny beats prompt beats allow. The one exception is what makes
/// "allow always" work: a prompt that is only built-in yields to an allow of the organisation or a grant.
public record Policy(List<Rule> rules, String whoMayAnswer) {
    private static final List<Rule> BUILT_IN = List.of(
            builtIn(Verb.ALLOW, "file_list", "reading files of the project is allowed"),
            builtIn(Verb.ALLOW, "file_search", "reading files of the project is allowed"),
            builtIn(Verb.ALLOW, "file_read", "reading files of the project is allowed"),
            builtIn(Verb.ALLOW, "atmos_list_*", "reading stacks of the project is allowed"),
            builtIn(Verb.ALLOW, "atmos_describe_*", "reading stacks of the project is allowed"),
            builtIn(Verb.ALLOW, "atmos_validate_stacks", "reading stacks of the project is allowed"),
            builtIn(Verb.ALLOW, "atmos_explain_value", "reading stacks of the project is allowed"),
            builtIn(Verb.PROMPT, "file_write", "writing a file asks first"));
    private static final Rule NOTHING_SAID = builtIn(Verb.PROMPT, "*", "what no rule allows asks first");

    public Policy {
        rules = List.copyOf(rules);
    }

    /// What holds in a hub where no admin has said anything.
    public static Policy builtIn() {
        return new Policy(
                BUILT_IN,
                "Members in their own sessions, approvers in every session; only approvers can allow always.");
    }

    public Policy with(List<Rule> more) {
        List<Rule> all = new ArrayList<>(rules);
        all.addAll(more);
        return new Policy(all, whoMayAnswer);
    }

    public Policy answeredBy(String who) {
        return new Policy(rules, who);
    }

    /// The path is the one that the call is about, relative to the project, if it is about one.
    public Ruling ruling(String tool, Optional<String> path) {
        List<Rule> matching = rules.stream()
                .filter(rule -> !(rule.layer() == Layer.PROJECT && rule.verb() == Verb.ALLOW))
                .filter(rule -> rule.covers(tool, path))
                .toList();
        boolean lifted = matching.stream()
                .anyMatch(rule -> rule.verb() == Verb.ALLOW
                        && (rule.layer() == Layer.ORGANISATION || rule.layer() == Layer.GRANT));
        return matching.stream()
                .filter(rule -> !(lifted && rule.layer() == Layer.BUILT_IN && rule.verb() == Verb.PROMPT))
                // The strictest; among equals the one with most authority is the one to cite.
                .min(Comparator.comparing(Rule::verb).reversed().thenComparing(Rule::layer))
                .map(rule -> new Ruling(rule.verb(), rule))
                .orElse(new Ruling(Verb.PROMPT, NOTHING_SAID));
    }

    private static Rule builtIn(Verb verb, String tool, String words) {
        return new Rule(Layer.BUILT_IN, "", verb, tool, "**", words);
    }
}
