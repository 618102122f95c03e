package io.atmoshub.web.stack;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.atmoshub.hub.stack.Finding;
import io.atmoshub.web.face.Icon;
import io.atmoshub.web.face.Words;
import io.atmoshub.web.markdown.SafeMarkdown;
import java.util.List;

/// What is wrong with stacks: where, what, and a way out.
final class Findings {
    private Findings() {}

    /// What keeps the stacks of now from being shown.
    static Component trouble(Finding trouble) {
        var words = new Div(new Paragraph(Words.of("stacks.trouble")), drawn(trouble));
        var box = new Div(Icon.WARNING.draw(), words);
        box.addClassName("trouble");
        box.getElement().setAttribute("role", "status");
        return box;
    }

    static Component all(List<Finding> findings) {
        var list = new Div();
        list.addClassName("findings");
        if (findings.isEmpty()) {
            var good = new Div(Icon.CHECK.draw(), new Span(Words.of("stacks.sound")));
            good.addClassNames("verdict", "good");
            list.add(good);
        } else {
            list.add(new Paragraph(Words.of("stacks.found", findings.size())));
            findings.forEach(each -> list.add(drawn(each)));
        }
        return list;
    }

    private static Component drawn(Finding finding) {
        var what = new Span(SafeMarkdown.readable(finding.problem()));
        what.addClassName("what");
        var row = new Div();
        row.addClassName("finding");
        if (finding.at() != null) {
            var place = new Span(SafeMarkdown.readable(finding.at().toString()));
            place.addClassName("mono");
            row.add(place);
        }
        row.add(what);
        if (!finding.hint().isEmpty()) {
            var hint = new Span(SafeMarkdown.readable(finding.hint()));
            hint.addClassName("quiet");
            row.add(hint);
        }
        return row;
    }
}
