package io.atmoshub.web.session;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.atmoshub.hub.session.FileChange;
import io.atmoshub.hub.text.LineDiff;
import io.atmoshub.web.face.Words;
import io.atmoshub.web.markdown.SafeMarkdown;
import java.util.List;

/// A change of a file: its path, how many lines come and go, and the lines.
public final class DiffView extends Div {
    /// A page stays quick with this many lines; the rest is counted.
    private static final int MOST = 600;

    public DiffView(FileChange change) {
        addClassName("diff");
        List<LineDiff.Line> lines = LineDiff.between(change.before() == null ? "" : change.before(), change.after())
                .around(3);
        add(head(change, lines), body(lines));
    }

    private static Div head(FileChange change, List<LineDiff.Line> lines) {
        var path = new Span(SafeMarkdown.readable(change.path()));
        path.addClassName("file");
        var head = new Div(path);
        head.addClassName("diff-head");
        if (change.before() == null) {
            var created = new Span(Words.of("diff.new"));
            created.addClassName("badge");
            head.add(created);
        }
        var added = new Span("+" + count(lines, LineDiff.Kind.ADDED));
        added.addClassName("added");
        var removed = new Span("−" + count(lines, LineDiff.Kind.REMOVED));
        removed.addClassName("removed");
        head.add(added, removed);
        return head;
    }

    private static Div body(List<LineDiff.Line> lines) {
        var body = new Div();
        body.addClassName("diff-lines");
        body.getElement().setAttribute("tabindex", "0").setAttribute("role", "group");
        body.getElement().setAttribute("aria-label", Words.of("diff.label"));
        lines.stream().limit(MOST).map(DiffView::row).forEach(body::add);
        if (lines.size() > MOST) {
            var more = new Div(Words.of("diff.more", lines.size() - MOST));
            more.addClassName("gap");
            body.add(more);
        }
        return body;
    }

    private static Div row(LineDiff.Line line) {
        if (line.kind() == LineDiff.Kind.GAP) {
            var gap = new Div("⋯");
            gap.addClassName("gap");
            return gap;
        }
        var text = new Span(SafeMarkdown.readable(line.text()));
        text.addClassName("text");
        var row = new Div(number(line.before()), number(line.after()), sign(line.kind()), text);
        row.addClassNames(
                "line",
                switch (line.kind()) {
                    case ADDED -> "added";
                    case REMOVED -> "removed";
                    case SAME, GAP -> "same";
                });
        return row;
    }

    private static Span number(int number) {
        var span = new Span(number == 0 ? "" : Integer.toString(number));
        span.addClassName("number");
        return span;
    }

    private static Span sign(LineDiff.Kind kind) {
        var sign = new Span(
                switch (kind) {
                    case ADDED -> "+";
                    case REMOVED -> "−";
                    case SAME, GAP -> " ";
                });
        sign.addClassName("sign");
        return sign;
    }

    private static long count(List<LineDiff.Line> lines, LineDiff.Kind kind) {
        return lines.stream().filter(line -> line.kind() == kind).count();
    }
}
