package io.atmoshub.web.session;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import io.atmoshub.hub.conversation.Rating;
import io.atmoshub.hub.people.PersonId;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.RunId;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.hub.session.Thumb;
import io.atmoshub.web.face.Buttons;
import io.atmoshub.web.face.Icon;
import io.atmoshub.web.face.Words;
import io.atmoshub.web.markdown.SafeMarkdown;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/// Under an answer that has ended: what people think of it, and asking the same once more.
final class AnswerFoot extends Div {
    private final RunId run;
    private final PersonId me;
    private final TurnGestures gestures;
    private final NativeButton up;
    private final NativeButton down;
    private final Div opinions = new Div();
    private final Div form = new Div();
    private final Map<Object, Paragraph> byPerson = new LinkedHashMap<>();

    AnswerFoot(RunId run, PersonId me, TurnGestures gestures, Runnable again) {
        this.run = run;
        this.me = me;
        this.gestures = gestures;
        addClassName("answer-foot");
        up = Buttons.icon(Icon.THUMB_UP, Words.of("answer.good"), click -> ask(Thumb.UP));
        down = Buttons.icon(Icon.THUMB_DOWN, Words.of("answer.bad"), click -> ask(Thumb.DOWN));
        up.getElement().setAttribute("aria-pressed", "false");
        down.getElement().setAttribute("aria-pressed", "false");
        var buttons = new Div(up, down, Buttons.icon(Icon.AGAIN, Words.of("answer.again"), click -> again.run()));
        buttons.addClassName("turn-actions");
        form.addClassName("answers");
        opinions.addClassName("opinions");
        add(buttons, form, opinions);
    }

    void rated(SessionEvent event, Happening.Rated rated) {
        if (me.equals(event.actor().personId())) {
            up.getElement().setAttribute("aria-pressed", String.valueOf(rated.thumb() == Thumb.UP));
            down.getElement().setAttribute("aria-pressed", String.valueOf(rated.thumb() == Thumb.DOWN));
        }
        String word = rated.word() == null ? "" : ": " + SafeMarkdown.readable(rated.word());
        var line = new Paragraph(Words.of(
                        "answer.rated." + rated.thumb().name(),
                        SafeMarkdown.readable(event.actor().name()))
                + word);
        line.addClassName("note");
        Paragraph before = byPerson.put(
                Objects.requireNonNullElse(
                        event.actor().personId(), event.actor().name()),
                line);
        if (before != null) {
            opinions.remove(before);
        }
        opinions.add(line);
    }

    /// The thumb counts at once; a word about it may follow.
    private void ask(Thumb thumb) {
        gestures.rate(new Rating(run, thumb, null));
        form.removeAll();
        var word = new TextField(Words.of("answer.word"));
        word.setMaxLength(Rating.LONGEST);
        word.addClassName("reason");
        var save = Buttons.primary(Words.of("answer.save"), click -> {
            if (!word.getValue().isBlank()) {
                gestures.rate(new Rating(run, thumb, word.getValue()));
            }
            form.removeAll();
        });
        word.addKeyDownListener(Key.ENTER, key -> save.click());
        word.addKeyDownListener(Key.ESCAPE, key -> form.removeAll());
        form.add(word, save, Buttons.plain(Words.of("answer.noWord"), click -> form.removeAll()));
        word.focus();
    }
}
