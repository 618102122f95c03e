package io.atmoshub.web.mirror;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.atmoshub.hub.mirror.Mirror;
import io.atmoshub.hub.mirror.MirrorDownload;
import io.atmoshub.hub.mirror.MirrorFileDetails;
import io.atmoshub.hub.mirror.RecallOrder;
import io.atmoshub.web.face.Buttons;
import io.atmoshub.web.face.Copyable;
import io.atmoshub.web.face.Moment;
import io.atmoshub.web.face.Words;
import io.atmoshub.web.markdown.SafeMarkdown;

/// A file: its hash, what vouches for it, who took it; for admins, the way to recall it.
final class FileDialog extends Dialog {
    FileDialog(Mirror mirror, boolean admin, String address, Runnable changed) {
        MirrorFileDetails details = mirror.file(address);
        setHeaderTitle(SafeMarkdown.readable(details.file().name()));
        addClassName("mirror-file");
        var where = new Paragraph(SafeMarkdown.readable(address));
        where.addClassNames("mono", "quiet");
        add(
                where,
                new H3(Words.of("mirror.sha256")),
                new Copyable(details.file().sha256()));
        add(new H3(Words.of("mirror.evidence")));
        if (details.evidence().isEmpty()) {
            add(new Paragraph(
                    Words.of("mirror.verified.%s.why".formatted(details.file().verified()))));
        }
        details.evidence().forEach(one -> {
            var said = new Paragraph(Words.of(
                    one.stands() ? "mirror.evidence.says" : "mirror.evidence.fails",
                    SafeMarkdown.readable(one.source()),
                    one.said()));
            said.addClassName("mono");
            add(said);
        });
        add(new H3(Words.of("mirror.takers")), new Takers(details.downloads()));
        if (admin && details.file().recalled() == null) {
            getFooter().add(Buttons.plain(Words.of("mirror.recall"), click -> {
                close();
                new ReasonDialog("mirror.recall.ask", details.file().sha256(), reason -> {
                            mirror.recall(new RecallOrder(details.file().sha256(), reason));
                            changed.run();
                        })
                        .open();
            }));
        }
        getFooter().add(Buttons.primary(Words.of("mirror.close"), click -> close()));
    }

    /// Who took bytes, how often, and when last.
    static final class Takers extends Div {
        Takers(Iterable<MirrorDownload> downloads) {
            addClassName("rows");
            downloads.forEach(one -> {
                var who = new Span(SafeMarkdown.readable(one.who()));
                who.addClassName("name");
                var last = new Div(new Span(Words.of("mirror.taken", one.count())), new Moment(one.last()));
                last.addClassName("quiet");
                var row = new Div(who, last);
                row.addClassName("row");
                add(row);
            });
            if (getChildren().findAny().isEmpty()) {
                add(new Paragraph(Words.of("mirror.takers.none")));
            }
        }
    }
}
