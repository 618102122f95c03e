package io.atmoshub.web.mirror;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.mirror.Mirror;
import io.atmoshub.hub.mirror.MirrorFile;
import io.atmoshub.hub.mirror.MirrorUsage.ToolUsage;
import io.atmoshub.hub.mirror.Verification;
import io.atmoshub.web.face.Buttons;
import io.atmoshub.web.face.Icon;
import io.atmoshub.web.face.Moment;
import io.atmoshub.web.face.Words;
import io.atmoshub.web.markdown.SafeMarkdown;
import java.util.List;

/// The files of a tool: which version and platform, who vouches for it, since when it is pinned.
final class FileList extends Div {
    private final Mirror mirror;
    private final boolean admin;
    private final Runnable changed;

    FileList(Mirror mirror, boolean admin, ToolUsage tool, Runnable changed) {
        this.mirror = mirror;
        this.admin = admin;
        this.changed = changed;
        addClassNames("files", "rows");
        List<MirrorFile> files = mirror.files(tool.tool(), PageRequest.first(PageRequest.MOST)).items().stream()
                .filter(file -> file.tool().equals(tool.tool()))
                .toList();
        files.forEach(file -> add(row(file)));
        if (tool.files() > files.size()) {
            var more = new Paragraph(Words.of("mirror.files.more", tool.files() - files.size()));
            more.addClassName("quiet");
            add(more);
        }
    }

    private Div row(MirrorFile file) {
        var name = new Span(SafeMarkdown.readable(file.name()));
        name.addClassName("name");
        var evidence = new Span(Icon.SHIELD.draw(), new Span(Words.of("mirror.verified." + file.verified())));
        evidence.addClassNames("evidence", file.verified() == Verification.FIRST_SEEN ? "weak" : "strong");
        evidence.getElement().setAttribute("title", Words.of("mirror.verified.%s.why".formatted(file.verified())));
        var about = new Div(evidence, new Span(Size.of(file.size())), new Moment(file.firstSeen()));
        about.addClassName("quiet");
        var row = new Div(new Div(name, about));
        if (file.recalled() != null) {
            var recalled = new Span(Words.of("mirror.recalled", SafeMarkdown.readable(file.recalled())));
            recalled.addClassName("bad");
            about.add(recalled);
        }
        var details = Buttons.plain(
                Words.of("mirror.details"), click -> new FileDialog(mirror, admin, file.address(), changed).open());
        details.setAriaLabel(Words.of("mirror.details.label", file.name()));
        details.addThemeName("small");
        row.add(details);
        row.addClassName("row");
        return row;
    }
}
