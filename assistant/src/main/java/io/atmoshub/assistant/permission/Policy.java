package io.atmoshub.assistant.permission;

import io.atmoshub.hub.session.Demand;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// All rules that hold for a run. Deny beats prompt beats allow, whoever said it; what is built-in yields to the
/// organisation, and a prompt to an "allow always" where the one who made the prompt lets it.
///
/// @param yolo whether prompts that name no approvers pass
public record Policy(List<Rule> rules, String whoMayAnswer, Situation situation, Document.Yolo yolo) {
    private static final String FILES = "reading files of the project is allowed";
    private static final String STACKS = "reading stacks of the project is allowed";
    private static final List<Rule> BUILT_IN = List.of(
            builtIn(Verb.ALLOW, "file_list", FILES),
            builtIn(Verb.ALLOW, "file_search", FILES),
            builtIn(Verb.ALLOW, "file_read", FILES),
            builtIn(Verb.ALLOW, "atmos_list_*", STACKS),
            builtIn(Verb.ALLOW, "atmos_describe_*", STACKS),
            builtIn(Verb.ALLOW, "atmos_validate_stacks", STACKS),
            builtIn(Verb.ALLOW, "atmos_explain_value", STACKS),
            builtIn(Verb.PROMPT, "file_write", "writing a file asks first"),
            builtIn(Verb.PROMPT, "file_edit", "changing a file asks first"),
            builtIn(Verb.PROMPT, "atmos_terraform_plan", "planning asks first"),
            builtIn(Verb.PROMPT, "atmos_workflow_execute", "running a workflow asks first"),
            builtIn(Verb.DENY, "atmos_terraform_apply", "applying is denied until the organisation names it"),
            builtIn(Verb.DENY, "atmos_terraform_destroy", "destroying is denied until the organisation names it"));
    private static final Rule YOLO =
            Rule.of(Layer.ORGANISATION, "", Verb.ALLOW, "*", "yolo_mode is on: what would ask is allowed");
    private static final Rule NOTHING_SAID = builtIn(Verb.PROMPT, "*", "what no rule allows asks first");

    public Policy {
        rules = List.copyOf(rules);
    }

    /// What holds in a hub where no admin has said anything.
    public static Policy builtIn() {
        return new Policy(
                BUILT_IN,
                "Members in their own sessions, approvers in every session; only approvers can allow always.",
                Situation.UNKNOWN,
                Document.Yolo.NEVER);
    }

    public Policy with(List<Rule> more) {
        List<Rule> all = new ArrayList<>(rules);
        all.addAll(more);
        return new Policy(all, whoMayAnswer, situation, yolo);
    }

    /// With what a document says. That nothing asks is for the organisation to say, or to leave to its projects.
    public Policy with(Document document) {
        Document.Yolo now =
                switch (document.layer()) {
                    case ORGANISATION -> document.yolo();
                    case PROJECT ->
                        yolo == Document.Yolo.LEFT && document.yolo() == Document.Yolo.ON ? Document.Yolo.ON : yolo;
                    case GRANT, BUILT_IN -> yolo;
                };
        return new Policy(with(document.rules()).rules, whoMayAnswer, situation, now);
    }

    public Policy answeredBy(String who) {
        return new Policy(rules, who, situation, yolo);
    }

    public Policy in(Situation where) {
        return new Policy(rules, whoMayAnswer, where, yolo);
    }

    /// The path is the one that the call is about, relative to the project, if it is about one.
    public Ruling ruling(String tool, Optional<String> path) {
        return ruling(Facts.of(tool, path));
    }

    public Ruling ruling(Facts call) {
        List<Rule> covering = covering(call);
        List<Rule> asking =
                covering.stream().filter(rule -> rule.verb() == Verb.PROMPT).toList();
        Demand demand = asking.stream().map(Rule::demand).reduce(Demand.ANYBODY, Demand::and);
        // The strictest; among equals the one with most authority is the one to cite, then the one that stands first.
        return covering.stream()
                .min(Comparator.comparing(Rule::verb)
                        .reversed()
                        .thenComparing(Rule::layer)
                        .thenComparing(Comparator.comparingInt(
                                        (Rule rule) -> rule.demand().approvers())
                                .reversed())
                        .thenComparing(Rule::line))
                .map(rule ->
                        new Ruling(rule.verb(), rule, demand, asking.stream().allMatch(Policy::isLifted)))
                .orElse(
                        yolo == Document.Yolo.ON
                                ? new Ruling(Verb.ALLOW, YOLO, Demand.ANYBODY, true)
                                : new Ruling(Verb.PROMPT, NOTHING_SAID, Demand.ANYBODY, true));
    }

    /// Whether a tool is denied whatever it is called with, so that there is no use in offering it.
    public boolean closes(String tool) {
        return rules.stream()
                .filter(rule -> rule.verb() == Verb.DENY && rule.isAboutAll(tool))
                .anyMatch(deny -> deny.fallback()
                        ? rules.stream()
                                .noneMatch(other ->
                                        other.layer() == deny.layer() && !other.fallback() && other.isAbout(tool))
                        : deny.layer() != Layer.BUILT_IN
                                || rules.stream()
                                        .noneMatch(other -> other.layer() == Layer.ORGANISATION && other.names(tool)));
    }

    /// Which files must not show in what a call brings, such as a search: those that a rule closes, or asks about,
    /// for this tool or for reading.
    public Predicate<String> unseen(Facts call) {
        List<Rule> closing = rules.stream()
                .filter(rule -> rule.verb() != Verb.ALLOW && !rule.paths().isEmpty())
                .filter(rule -> rule.covers(call.with(Narrowing.PATHS, Fact.Absent.UNKNOWN))
                        || rule.covers(call.as("file_read").with(Narrowing.PATHS, Fact.Absent.UNKNOWN)))
                .toList();
        return path -> closing.stream().anyMatch(rule -> Fact.of(path).perhaps(rule.paths()));
    }

    /// All rules with a say, after what yields has yielded.
    private List<Rule> covering(Facts call) {
        List<Rule> covering = rules.stream().filter(rule -> rule.covers(call)).toList();
        boolean named = covering.stream()
                .anyMatch(rule -> rule.layer() == Layer.ORGANISATION && rule.names(call.tool()) && rule.surely(call));
        boolean allowed = covering.stream().anyMatch(Policy::isOrganisationsAllow);
        boolean bold = yolo == Document.Yolo.ON;
        boolean granted = covering.stream().anyMatch(rule -> rule.layer() == Layer.GRANT);
        return covering.stream()
                .filter(rule -> !rule.fallback() || isAlone(rule, covering, call))
                .filter(rule -> !(rule.layer() == Layer.PROJECT && rule.verb() == Verb.ALLOW))
                .filter(rule -> rule.layer() != Layer.BUILT_IN
                        || switch (rule.verb()) {
                            case ALLOW -> true;
                            case PROMPT -> !allowed;
                            case DENY -> !named;
                        })
                .filter(rule -> !(rule.verb() == Verb.PROMPT && (granted || bold) && isLifted(rule, bold)))
                .toList();
    }

    private static boolean isAlone(Rule fallback, List<Rule> covering, Facts call) {
        return covering.stream()
                .noneMatch(rule -> rule.layer() == fallback.layer() && !rule.fallback() && rule.surely(call));
    }

    private static boolean isOrganisationsAllow(Rule rule) {
        return rule.layer() == Layer.ORGANISATION && rule.verb() == Verb.ALLOW;
    }

    private static boolean isLifted(Rule prompt) {
        return isLifted(prompt, false);
    }

    /// Whether a prompt yields to a standing answer. One that names approvers never does.
    private static boolean isLifted(Rule prompt, boolean yolo) {
        return prompt.demand().equals(Demand.ANYBODY) && (prompt.alwaysCounts() || yolo);
    }

    private static Rule builtIn(Verb verb, String tool, String words) {
        return Rule.of(Layer.BUILT_IN, "", verb, tool, words);
    }
}
