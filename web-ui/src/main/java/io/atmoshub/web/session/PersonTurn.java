package io.atmoshub.web.session;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.web.face.Face;
import io.atmoshub.web.face.Moment;
import io.atmoshub.web.markdown.SafeMarkdown;

/// What a person said, as they wrote it.
final class PersonTurn extends Div {
    PersonTurn(SessionEvent event, String text, boolean mine) {
        addClassNames("turn", "person");
        setClassName("mine", mine);
        String who = SafeMarkdown.readable(event.actor().name());
        getElement().setAttribute("role", "article").setAttribute("aria-label", who);
        var name = new Span(who);
        name.addClassName("name");
        var head = new Div(new Face(who), name, new Moment(event.at()));
        head.addClassName("turn-head");
        var words = new Div(SafeMarkdown.readable(text));
        words.addClassName("said");
        add(head, words);
    }
}
