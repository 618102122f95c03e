package io.atmoshub.web.session;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.hub.session.SessionId;
import io.atmoshub.hub.session.SessionName;
import io.atmoshub.hub.session.Visibility;
import io.atmoshub.web.face.Words;
import io.atmoshub.web.markdown.SafeMarkdown;
import java.util.List;

/// A quiet line between the turns: who changed what about the session.
final class Note extends Paragraph {
    private Note(String words) {
        super(words);
        addClassName("note");
    }

    static Note renamed(SessionEvent event, Happening.Renamed renamed) {
        return new Note(
                Words.of("session.wasRenamed", actor(event), renamed.name().value()));
    }

    static Note shared(SessionEvent event, Happening.Shared shared) {
        String key = shared.visibility() == Visibility.SHARED ? "session.wasShared" : "session.wasMadePrivate";
        return new Note(Words.of(key, actor(event)));
    }

    static Note agent(SessionEvent event, Happening.AgentChosen chosen) {
        return new Note(Words.of("session.agentChosen", actor(event), SafeMarkdown.readable(chosen.displayName())));
    }

    static Note model(SessionEvent event, Happening.ModelChosen chosen) {
        return new Note(Words.of("session.modelChosen", actor(event), SafeMarkdown.readable(chosen.name())));
    }

    static Note undone(SessionEvent event) {
        return new Note(Words.of("session.compactionUndone", actor(event)));
    }

    static Note applied(SessionEvent event, Happening.FilesApplied applied) {
        return new Note(Words.of("changes.wereApplied", actor(event), listed(applied.paths())));
    }

    static Note committed(SessionEvent event, Happening.FilesCommitted committed) {
        return new Note(Words.of(
                "changes.wereCommitted",
                actor(event),
                listed(committed.paths()),
                committed.commit().branch().value()));
    }

    static Note discarded(SessionEvent event, Happening.FilesDiscarded discarded) {
        return new Note(Words.of("changes.wereDiscarded", actor(event), listed(discarded.paths())));
    }

    static Note branchedOff(SessionEvent event, Happening.BranchedOff branched) {
        var note = new Note("");
        note.add(
                new Text(Words.of("session.branchedOff", actor(event)) + " "),
                link(branched.branch(), branched.name()));
        return note;
    }

    static Note branchBegun(Happening.BranchBegun begun) {
        var note = new Note("");
        note.add(new Text(Words.of("session.branchBegun") + " "), link(begun.from(), begun.name()));
        return note;
    }

    static Note imported(SessionEvent event, Happening.Imported imported) {
        return new Note(Words.of(
                "session.imported",
                actor(event),
                imported.name().value(),
                imported.project().value()));
    }

    static Note planApproved(SessionEvent event) {
        return new Note(Words.of("plan.approved", actor(event)));
    }

    private static RouterLink link(SessionId id, SessionName name) {
        return new RouterLink(
                name.value(), ChatView.class, new RouteParameters(new RouteParam("session", id.toString())));
    }

    private static String listed(List<String> paths) {
        return SafeMarkdown.readable(String.join(", ", paths));
    }

    private static String actor(SessionEvent event) {
        return SafeMarkdown.readable(event.actor().name());
    }
}
