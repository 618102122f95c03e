package io.atmoshub.web.session;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.Message;
import io.atmoshub.hub.session.Mode;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.web.face.Buttons;
import io.atmoshub.web.face.Face;
import io.atmoshub.web.face.Icon;
import io.atmoshub.web.face.Moment;
import io.atmoshub.web.face.Words;
import io.atmoshub.web.markdown.SafeMarkdown;
import org.jspecify.annotations.Nullable;

/// What a person said, as they wrote it, and what may be done with it: taken back while it waits, asked in other words
/// once it was answered.
final class PersonTurn extends Div {
    private final Happening.UserMessage message;
    private final @Nullable TurnGestures gestures;
    private final Div words = new Div();
    private final Div actions = new Div();

    /// @param gestures none for those who only read along
    PersonTurn(SessionEvent event, Happening.UserMessage message, boolean mine, @Nullable TurnGestures gestures) {
        this.message = message;
        this.gestures = gestures;
        addClassNames("turn", "person");
        setClassName("mine", mine);
        setId("e" + event.seq());
        String who = SafeMarkdown.readable(event.actor().name());
        getElement().setAttribute("role", "article").setAttribute("aria-label", who);
        var name = new Span(who);
        name.addClassName("name");
        actions.addClassName("turn-actions");
        var head = new Div(new Face(who), name, new Moment(event.at()));
        if (message.mode() == Mode.PLAN) {
            var plan = new Span(Words.of("composer.plan"));
            plan.addClassNames("badge", "plain");
            head.add(plan);
        }
        head.add(actions);
        head.addClassName("turn-head");
        words.addClassName("said");
        words.setText(SafeMarkdown.readable(message.text()));
        add(head, words);
    }

    /// It waits until the assistant is done with what came before.
    void queued(boolean mayWithdraw) {
        actions.removeAll();
        if (gestures != null && mayWithdraw) {
            actions.add(Buttons.icon(
                    Icon.CLOSE, Words.of("message.withdraw"), click -> gestures.withdraw(message.messageId())));
        }
    }

    /// The assistant took it up.
    void taken() {
        actions.removeAll();
        if (gestures != null) {
            actions.add(Buttons.icon(Icon.EDIT, Words.of("message.edit"), click -> edit(gestures)));
        }
    }

    void withdrawn(String by) {
        actions.removeAll();
        addClassName("withdrawn");
        var note = new Span(Words.of("message.withdrawn", by));
        note.addClassName("quiet");
        add(note);
    }

    String text() {
        return message.text();
    }

    private void edit(TurnGestures theirs) {
        if (words.getParent().isEmpty()) {
            return;
        }
        var editor = new Div();
        editor.addClassName("editor");
        var area = new TextArea();
        area.setAriaLabel(Words.of("message.edit"));
        area.setValue(message.text());
        area.setMaxLength(Message.LONGEST);
        area.setMaxRows(12);
        area.addKeyDownListener(Key.ESCAPE, key -> replace(editor, words));
        var ask = Buttons.primary(Words.of("message.branch"), click -> {
            if (!area.getValue().isBlank()) {
                theirs.branch(message.messageId(), area.getValue());
            }
        });
        var buttons = new Div(ask, Buttons.plain(Words.of("cancel"), click -> replace(editor, words)));
        buttons.addClassName("answers");
        editor.add(area, buttons);
        replace(words, editor);
        area.focus();
    }
}
