package io.atmoshub.web.policy;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.policy.Grant;
import io.atmoshub.hub.policy.Policies;
import io.atmoshub.web.face.Buttons;
import io.atmoshub.web.face.Moment;
import io.atmoshub.web.face.Toast;
import io.atmoshub.web.face.Words;
import io.atmoshub.web.markdown.SafeMarkdown;
import java.util.List;

/// What I allowed for always, to be taken back.
final class MyGrants extends Div {
    private final Policies policies;
    private final Div rows = new Div();

    MyGrants(Policies policies) {
        this.policies = policies;
        addClassName("grants");
        rows.addClassName("rows");
        var about = new Paragraph(Words.of("grants.about"));
        about.addClassName("quiet");
        add(new H2(Words.of("grants.title")), about, rows);
        refresh();
    }

    private void refresh() {
        rows.removeAll();
        List<Grant> grants = policies.grants();
        if (grants.isEmpty()) {
            var none = new Paragraph(Words.of("grants.none"));
            none.addClassName("quiet");
            rows.add(none);
        }
        grants.forEach(grant -> rows.add(row(grant)));
    }

    private Div row(Grant grant) {
        var rule = new Span(SafeMarkdown.readable(grant.rule()));
        rule.addClassName("mono");
        var about =
                new Div(new Span(SafeMarkdown.readable(grant.projectName().value())), new Moment(grant.grantedAt()));
        about.addClassName("quiet");
        var remove = Buttons.plain(Words.of("grants.remove"), click -> remove(grant));
        remove.setAriaLabel(Words.of("grants.remove.label", grant.rule()));
        remove.addThemeName("small");
        var row = new Div(new Div(rule, about), remove);
        row.addClassName("row");
        return row;
    }

    private void remove(Grant grant) {
        try {
            policies.removeGrant(grant.id());
        } catch (HubException refusal) {
            Toast.refused(refusal);
        }
        refresh();
    }
}
