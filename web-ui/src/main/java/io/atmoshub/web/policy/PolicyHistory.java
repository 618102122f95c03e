package io.atmoshub.web.policy;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.policy.Policies;
import io.atmoshub.hub.policy.PolicyDocument;
import io.atmoshub.hub.policy.PolicyRevision;
import io.atmoshub.web.face.Buttons;
import io.atmoshub.web.face.Moment;
import io.atmoshub.web.face.Words;
import io.atmoshub.web.markdown.SafeMarkdown;
import java.util.List;
import java.util.function.Consumer;

/// Who changed the policy, when and why; each state can be taken back into the editor.
final class PolicyHistory extends Div {
    private static final int SHOWN = 20;

    private final Policies policies;
    private final Consumer<PolicyDocument> take;
    private final Div rows = new Div();

    PolicyHistory(Policies policies, Consumer<PolicyDocument> take) {
        this.policies = policies;
        this.take = take;
        rows.addClassName("rows");
        addClassName("history");
        add(new H2(Words.of("policy.history")), rows);
    }

    void refresh() {
        rows.removeAll();
        List<PolicyRevision> revisions =
                policies.history(PageRequest.first(SHOWN)).items();
        revisions.forEach(revision -> rows.add(row(revision)));
        setVisible(!revisions.isEmpty());
    }

    private Div row(PolicyRevision revision) {
        var number = new Span("r" + revision.number());
        number.addClassName("mono");
        var reason = new Span(SafeMarkdown.readable(revision.reason()));
        reason.addClassName("name");
        var about = new Div(new Span(SafeMarkdown.readable(String.valueOf(revision.savedBy()))));
        if (revision.savedAt() != null) {
            about.add(new Moment(revision.savedAt()));
        }
        about.addClassName("quiet");
        var open = Buttons.plain(Words.of("policy.take"), click -> take.accept(policies.revision(revision.number())));
        open.setAriaLabel(Words.of("policy.take.label", Integer.toString(revision.number())));
        open.addThemeName("small");
        var row = new Div(new Div(new Div(number, reason), about), open);
        row.addClassName("row");
        return row;
    }
}
