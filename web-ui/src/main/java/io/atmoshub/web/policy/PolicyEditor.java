package io.atmoshub.web.policy;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.policy.Policies;
import io.atmoshub.hub.policy.PolicyChange;
import io.atmoshub.hub.policy.PolicyDocument;
import io.atmoshub.hub.policy.PolicyFinding;
import io.atmoshub.hub.policy.PolicyText;
import io.atmoshub.web.face.Buttons;
import io.atmoshub.web.face.Moment;
import io.atmoshub.web.face.Toast;
import io.atmoshub.web.face.Words;
import io.atmoshub.web.markdown.SafeMarkdown;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The organisation's document: checked while one types, saved with a reason, and every earlier state of it.
final class PolicyEditor extends Div {
    private static final int TYPING_PAUSE = 400;

    private final Policies policies;
    private final Runnable saved;
    private final Span revision = new Span();
    private final Div numbers = new Div();
    private final TextArea text = new TextArea();
    private final Div findings = new Div();
    private final PolicyHistory history;
    private PolicyDocument base;

    PolicyEditor(Policies policies, Runnable saved) {
        this.policies = policies;
        this.saved = saved;
        this.base = policies.current();
        this.history = new PolicyHistory(policies, this::take);
        addClassName("editor");
        numbers.addClassName("line-numbers");
        numbers.getElement().setAttribute("aria-hidden", "true");
        text.setAriaLabel(Words.of("policy.document"));
        text.setPlaceholder(Words.of("policy.example"));
        text.setMaxLength(PolicyText.LONGEST);
        text.getElement().setAttribute("spellcheck", "false").setAttribute("autocapitalize", "off");
        text.addClassName("code-area");
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setValueChangeTimeout(TYPING_PAUSE);
        text.addValueChangeListener(change -> check());
        findings.addClassName("findings");
        findings.getElement().setAttribute("role", "status");
        revision.addClassName("quiet");
        var code = new Div(numbers, text);
        code.addClassName("code");
        var bar = new Div(revision, Buttons.primary(Words.of("policy.save"), click -> save()));
        bar.addClassName("editor-bar");
        add(bar, code, findings, history);
        open(base);
    }

    /// What stands in the editor, if it is not what holds.
    Optional<String> draft() {
        return Optional.of(text.getValue()).filter(written -> !written.equals(base.text()));
    }

    private void open(PolicyDocument document) {
        base = document;
        revision.removeAll();
        if (document.revision().savedAt() == null) {
            revision.setText(Words.of("policy.none"));
        } else {
            revision.add(
                    new Span(Words.of(
                            "policy.revision",
                            Integer.toString(document.revision().number()),
                            String.valueOf(document.revision().savedBy()))),
                    new Moment(document.revision().savedAt()));
        }
        text.setValue(document.text());
        history.refresh();
        check();
    }

    /// An earlier state, to be looked at and perhaps saved again.
    private void take(PolicyDocument earlier) {
        text.setValue(earlier.text());
        check();
    }

    private void check() {
        List<PolicyFinding> found = policies.check(new PolicyText(text.getValue()));
        findings.removeAll();
        found.forEach(each -> findings.add(finding(each)));
        Set<Integer> wrong = found.stream()
                .filter(PolicyFinding::error)
                .map(PolicyFinding::line)
                .collect(Collectors.toSet());
        numbers.removeAll();
        long lines = Math.max(8, text.getValue().lines().count() + 1);
        for (int line = 1; line <= lines; line++) {
            var number = new Span(Integer.toString(line));
            number.setClassName("wrong", wrong.contains(line));
            numbers.add(number);
        }
    }

    private static Div finding(PolicyFinding finding) {
        var where = new Span(
                Words.of("policy.place", Integer.toString(finding.line()), Integer.toString(finding.column())));
        where.addClassName("mono");
        var words = new Span(SafeMarkdown.readable(finding.problem() + " " + finding.hint()));
        var row = new Div(where, words);
        row.addClassNames("finding", finding.error() ? "error" : "note");
        return row;
    }

    private void save() {
        new SaveDialog(base.text(), text.getValue(), this::save).open();
    }

    private void save(String reason) {
        try {
            PolicyDocument now = policies.save(
                    new PolicyChange(text.getValue(), reason, base.revision().number()));
            open(now);
            saved.run();
            Toast.say(Words.of("policy.saved", Integer.toString(now.revision().number())));
        } catch (HubException refusal) {
            Toast.refused(refusal);
        }
    }
}
