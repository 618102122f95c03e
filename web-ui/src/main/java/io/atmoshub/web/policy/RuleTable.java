package io.atmoshub.web.policy;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import io.atmoshub.hub.Hub;
import io.atmoshub.hub.policy.PolicyRule;
import io.atmoshub.web.face.Words;
import io.atmoshub.web.markdown.SafeMarkdown;

/// What holds, rule by rule, in words.
final class RuleTable extends Div {
    private final Hub hub;
    private final Div rows = new Div();

    RuleTable(Hub hub) {
        this.hub = hub;
        addClassName("rules");
        rows.addClassName("rule-rows");
        rows.getElement().setAttribute("role", "list");
        add(new H2(Words.of("policy.rules")), rows);
        refresh();
    }

    void refresh() {
        rows.removeAll();
        hub.policies().rules(null).forEach(rule -> rows.add(row(rule)));
    }

    private static Div row(PolicyRule rule) {
        var verb = verb(rule.verb());
        var tools = new Span(SafeMarkdown.readable(rule.tools()));
        tools.addClassNames("mono", "tools");
        var what = new Div(tools);
        if (!rule.narrowed().isEmpty()) {
            what.add(new Span(SafeMarkdown.readable(rule.narrowed())));
        }
        if (!rule.effect().isEmpty()) {
            var effect = new Span(rule.effect());
            effect.addClassName("quiet");
            what.add(effect);
        }
        what.addClassName("what");
        var from = new Span(
                rule.line() == 0 ? rule.layer() : Words.of("policy.from", rule.layer(), Integer.toString(rule.line())));
        from.addClassName("quiet");
        var row = new Div(verb, what, from);
        row.addClassName("rule");
        row.getElement().setAttribute("role", "listitem");
        return row;
    }

    static Span verb(String verb) {
        var span = new Span(Words.of("verb." + verb));
        span.addClassNames("verb", verb);
        return span;
    }
}
