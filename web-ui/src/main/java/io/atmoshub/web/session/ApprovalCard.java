package io.atmoshub.web.session;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import io.atmoshub.hub.session.Answer;
import io.atmoshub.hub.session.Choice;
import io.atmoshub.hub.session.Happening.ApprovalAsked;
import io.atmoshub.hub.session.ToolCall;
import io.atmoshub.web.face.Buttons;
import io.atmoshub.web.face.Icon;
import io.atmoshub.web.face.Words;
import io.atmoshub.web.markdown.Markdown;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The assistant asks: what will happen in words, exactly what, which rule asks, who may answer, and the answers.
/// The keys a, w and d press the buttons of the card that waits (`chat.js`).
final class ApprovalCard extends Div {
    interface Gesture {
        void answer(Answer answer);
    }

    private final ApprovalAsked asked;
    /// Whether a standing answer would count; where a rule of the organisation asks, it usually doesn't.
    private final boolean alwaysCounts;

    private final Gesture gesture;
    private final Div buttons = new Div();

    ApprovalCard(ApprovalAsked asked, @Nullable ToolCall call, Set<Choice> choices, Gesture gesture) {
        this.asked = asked;
        this.gesture = gesture;
        this.alwaysCounts = !asked.alwaysRule().isBlank();
        addClassName("card");
        getElement().setAttribute("role", "group").setAttribute("aria-label", Words.of("card.label"));
        add(title());
        if (asked.change() != null) {
            add(new DiffView(asked.change()));
        } else if (call != null) {
            add(new ArgumentList(call.arguments()));
        }
        add(fact("card.why", asked.rule()), fact("card.who", asked.whoMayAnswer()));
        buttons.addClassName("answers");
        add(buttons);
        offer(choices);
    }

    private Div title() {
        var eyebrow = new Span(Words.of("card.asks"));
        eyebrow.addClassName("eyebrow");
        var words = new Div(Icon.SHIELD.draw(), new Div(eyebrow, Markdown.line(asked.words())));
        words.addClassName("card-title");
        return words;
    }

    private static Div fact(String key, String value) {
        var label = new Span(Words.of(key));
        label.addClassName("label");
        var fact = new Div(label, Markdown.line(value));
        fact.addClassName("fact");
        return fact;
    }

    private void offer(Set<Choice> choices) {
        buttons.removeAll();
        if (choices.isEmpty()) {
            var notYours = new Paragraph(Words.of("card.notYours"));
            notYours.addClassName("quiet");
            buttons.add(notYours);
            return;
        }
        var once = Buttons.primary(Words.of("card.once"), click -> answer(Choice.ALLOW_ONCE, null));
        buttons.add(keyed(once, "a"));
        if (alwaysCounts && choices.contains(Choice.ALLOW_ALWAYS)) {
            var always = Buttons.plain(Words.of("card.always"), click -> answer(Choice.ALLOW_ALWAYS, null));
            buttons.add(keyed(always, "w"));
        }
        buttons.add(keyed(Buttons.plain(Words.of("card.deny"), click -> askWhy(choices)), "d"));
        if (alwaysCounts && choices.contains(Choice.ALLOW_ALWAYS)) {
            buttons.add(fact("card.alwaysRule", asked.alwaysRule()));
        }
    }

    private static Button keyed(Button button, String key) {
        button.getElement().setAttribute("data-key", key).setAttribute("aria-keyshortcuts", key);
        var hint = new Span(key);
        hint.addClassName("key-hint");
        hint.getElement().setAttribute("aria-hidden", "true");
        button.setSuffixComponent(hint);
        return button;
    }

    private void askWhy(Set<Choice> choices) {
        buttons.removeAll();
        var reason = new TextField(Words.of("card.reason"));
        reason.setMaxLength(300);
        reason.addClassName("reason");
        var deny = Buttons.primary(Words.of("card.deny"), click -> deny(reason));
        reason.addKeyDownListener(Key.ENTER, key -> deny.click());
        reason.addKeyDownListener(Key.ESCAPE, key -> offer(choices));
        buttons.add(reason, deny, Buttons.plain(Words.of("cancel"), click -> offer(choices)));
        reason.focus();
    }

    private void deny(TextField reason) {
        answer(
                Choice.DENY,
                reason.getValue().isBlank() ? null : reason.getValue().strip());
    }

    private void answer(Choice choice, @Nullable String reason) {
        gesture.answer(new Answer(asked.call(), asked.fingerprint(), choice, reason));
    }
}
