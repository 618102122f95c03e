package io.atmoshub.web.mirror;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import io.atmoshub.hub.mirror.Mirror;
import io.atmoshub.hub.mirror.Recall;
import io.atmoshub.hub.mirror.RecallOrder;
import io.atmoshub.web.face.Buttons;
import io.atmoshub.web.face.Moment;
import io.atmoshub.web.face.Words;
import io.atmoshub.web.markdown.SafeMarkdown;

/// What nobody gets any more, and who had taken it.
final class RecallList extends Div {
    private final Mirror mirror;
    private final boolean admin;
    private final Runnable changed;

    RecallList(Mirror mirror, boolean admin, Runnable changed) {
        this.mirror = mirror;
        this.admin = admin;
        this.changed = changed;
        addClassName("recalls");
        var rows = new Div();
        rows.addClassName("rows");
        mirror.recalls().forEach(recall -> rows.add(row(recall)));
        add(new H2(Words.of("mirror.recalls")), rows);
    }

    private Div row(Recall recall) {
        var why = new Div(new Span(SafeMarkdown.readable(recall.reason())));
        why.addClassName("name");
        var about = new Div(
                new Span(Words.of("mirror.recalls.by", SafeMarkdown.readable(recall.by()))), new Moment(recall.at()));
        about.addClassName("quiet");
        var hash = new Div(recall.sha256());
        hash.addClassNames("mono", "hash");
        var left = new Div(why, hash, about, new FileDialog.Takers(recall.downloads()));
        left.addClassName("recall");
        var row = new Div(left);
        if (admin) {
            var lift = Buttons.plain(Words.of("mirror.lift"), click -> lift(recall));
            lift.addThemeName("small");
            row.add(lift);
        }
        row.addClassName("row");
        return row;
    }

    private void lift(Recall recall) {
        new ReasonDialog("mirror.lift.ask", recall.sha256(), reason -> {
                    mirror.liftRecall(new RecallOrder(recall.sha256(), reason));
                    changed.run();
                })
                .open();
    }
}
