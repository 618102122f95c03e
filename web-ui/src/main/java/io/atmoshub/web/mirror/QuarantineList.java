package io.atmoshub.web.mirror;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.atmoshub.hub.mirror.Mirror;
import io.atmoshub.hub.mirror.QuarantineDecision;
import io.atmoshub.hub.mirror.QuarantineDecision.Choice;
import io.atmoshub.hub.mirror.QuarantinedFile;
import io.atmoshub.web.face.Buttons;
import io.atmoshub.web.face.Icon;
import io.atmoshub.web.face.Moment;
import io.atmoshub.web.face.Words;
import io.atmoshub.web.markdown.SafeMarkdown;

/// What upstream changed after it was pinned and nobody decided about, with both hashes.
final class QuarantineList extends Div {
    private final Mirror mirror;
    private final boolean admin;
    private final Runnable changed;

    QuarantineList(Mirror mirror, boolean admin, Runnable changed) {
        this.mirror = mirror;
        this.admin = admin;
        this.changed = changed;
        addClassName("quarantine");
        var about = new Paragraph(Words.of(admin ? "mirror.quarantine.about" : "mirror.quarantine.about.others"));
        about.addClassName("quiet");
        var title = new H2(Icon.WARNING.draw());
        title.add(new Span(Words.of("mirror.quarantine")));
        add(title, about);
        mirror.quarantine().stream().filter(file -> file.decided() == null).forEach(file -> add(card(file)));
    }

    private Div card(QuarantinedFile file) {
        var address = new Div(SafeMarkdown.readable(file.address()));
        address.addClassNames("mono", "address");
        var found = new Div(new Span(Words.of("mirror.quarantine.found")), new Moment(file.foundAt()));
        found.addClassName("quiet");
        var card = new Div(
                address,
                hash("mirror.quarantine.kept", file.kept()),
                hash("mirror.quarantine.seen", file.seen() + " · " + Size.of(file.seenSize())),
                found);
        card.addClassName("quarantine-card");
        if (admin) {
            var buttons = new Div(
                    Buttons.plain(Words.of("mirror.keep"), click -> ask(file, Choice.KEEP)),
                    Buttons.plain(Words.of("mirror.accept"), click -> ask(file, Choice.ACCEPT)));
            buttons.addClassName("actions");
            card.add(buttons);
        }
        return card;
    }

    private static Div hash(String key, String text) {
        var label = new Span(Words.of(key));
        label.addClassName("quiet");
        var hash = new Span(text);
        hash.addClassName("mono");
        var line = new Div(label, hash);
        line.addClassName("hash");
        return line;
    }

    private void ask(QuarantinedFile file, Choice choice) {
        new ReasonDialog(choice == Choice.KEEP ? "mirror.keep.ask" : "mirror.accept.ask", file.address(), reason -> {
                    mirror.decide(file.id(), new QuarantineDecision(choice, reason));
                    changed.run();
                })
                .open();
    }
}
