package io.atmoshub.web.mirror;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.mirror.MirrorPolicies;
import io.atmoshub.hub.mirror.PolicyEffect;
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

/// Which tools and versions are given out: the document, and for admins what a change would have meant last month.
final class PolicyPane extends Div {
    private static final int MOST_SHOWN = 50;

    private final MirrorPolicies policies;
    private final TextArea text = new TextArea(Words.of("mirror.policy.text"));
    private final Paragraph state = new Paragraph();
    private final Div answer = new Div();
    private PolicyDocument document;

    PolicyPane(MirrorPolicies policies, boolean admin) {
        this.policies = policies;
        this.document = policies.current();
        addClassName("mirror-policy");
        text.setWidthFull();
        text.setMaxLength(PolicyText.LONGEST);
        text.setReadOnly(!admin);
        text.setPlaceholder(Words.of("mirror.policy.example"));
        text.addClassName("mono");
        state.addClassName("quiet");
        answer.addClassName("rows");
        answer.getElement().setAttribute("role", "status");
        add(new H2(Words.of("mirror.policy")), state, text);
        if (admin) {
            var buttons = new Div(
                    Buttons.plain(Words.of("mirror.policy.simulate"), click -> tried(this::simulate)),
                    Buttons.primary(Words.of("mirror.policy.save"), click -> tried(this::askToSave)));
            buttons.addClassName("actions");
            add(buttons, answer);
        }
        show();
    }

    private void show() {
        int number = document.revision().number();
        state.setText(
                number == 0
                        ? Words.of("mirror.policy.none")
                        : Words.of(
                                "mirror.policy.state",
                                number,
                                SafeMarkdown.readable(document.revision().reason())));
        text.setValue(document.text());
    }

    private void simulate() {
        answer.removeAll();
        if (foundNothingWrong()) {
            List<PolicyEffect> effects = policies.simulate(new PolicyText(text.getValue()));
            answer.add(new Paragraph(
                    effects.isEmpty()
                            ? Words.of("mirror.policy.same")
                            : Words.of("mirror.policy.differs", effects.size())));
            effects.stream().limit(MOST_SHOWN).forEach(effect -> answer.add(row(effect)));
        }
    }

    private boolean foundNothingWrong() {
        List<PolicyFinding> findings = policies.check(new PolicyText(text.getValue()));
        for (PolicyFinding finding : findings) {
            var line = new Paragraph(Words.of(
                    "mirror.policy.finding", finding.line(), finding.column(), finding.problem(), finding.hint()));
            line.addClassName(finding.error() ? "bad" : "quiet");
            answer.add(line);
        }
        return findings.stream().noneMatch(PolicyFinding::error);
    }

    private static Div row(PolicyEffect effect) {
        var what = new Span(SafeMarkdown.readable(effect.tool() + " " + effect.version()));
        what.addClassName("name");
        var who = new Div(
                new Span(SafeMarkdown.readable(effect.who())),
                new Span(Words.of("mirror.taken", effect.downloads())),
                new Moment(effect.last()));
        who.addClassName("quiet");
        String words = effect.after() == null ? Words.of("mirror.policy.allowed") : effect.after();
        var why = new Div(SafeMarkdown.readable(words));
        why.addClassName(effect.after() == null ? "good" : "bad");
        var row = new Div(new Div(what, who, why));
        row.addClassName("row");
        return row;
    }

    private void askToSave() {
        answer.removeAll();
        if (foundNothingWrong()) {
            new ReasonDialog("mirror.policy.ask", Words.of("mirror.policy.ask.what"), this::save).open();
        }
    }

    private void save(String reason) {
        document = policies.save(
                new PolicyChange(text.getValue(), reason, document.revision().number()));
        show();
        Toast.say(Words.of("mirror.policy.saved", document.revision().number()));
    }

    private static void tried(Runnable gesture) {
        try {
            gesture.run();
        } catch (HubException refusal) {
            Toast.refused(refusal);
        }
    }
}
