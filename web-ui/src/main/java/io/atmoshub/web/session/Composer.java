package io.atmoshub.web.session;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import io.atmoshub.hub.session.Message;
import io.atmoshub.hub.session.Mode;
import io.atmoshub.web.face.Buttons;
import io.atmoshub.web.face.Icon;
import io.atmoshub.web.face.Words;

/// Where a person writes: Enter sends, Shift+Enter breaks the line, and while the assistant works there is
/// a button that stops it.
final class Composer extends Div {
    interface Gestures {
        /// Whether the message was taken; if not, it stays in the field.
        boolean send(String text, Mode mode);

        void stop();
    }

    private final TextArea area = new TextArea();
    private final NativeButton send;
    private final NativeButton stop;
    private final Div foot = new Div();
    private final NativeButton plan = new NativeButton(Words.of("composer.plan"));
    private final Gestures gestures;

    Composer(Gestures gestures) {
        this.gestures = gestures;
        addClassName("composer");
        area.setAriaLabel(Words.of("composer.label"));
        area.setPlaceholder(Words.of("composer.placeholder"));
        area.setMinRows(1);
        area.setMaxRows(8);
        area.setMaxLength(Message.LONGEST);
        // The browser sends the text along with the key, so nothing typed just before is missed.
        area.getElement()
                .addEventListener(
                        "keydown",
                        key -> send(key.getEventData().path("element.value").asString("")))
                .setFilter("event.key === 'Enter' && !event.shiftKey && !event.isComposing"
                        + " && (event.preventDefault() || true)")
                .addEventData("element.value");
        area.addAttachListener(attached -> area.getElement().executeJs("window.hub.recall(this)"));
        send = Buttons.icon(Icon.SEND, Words.of("composer.send"), click -> send(area.getValue()));
        send.addClassName("send");
        stop = Buttons.icon(Icon.STOP, Words.of("composer.stop"), click -> gestures.stop());
        stop.addClassName("stop");
        stop.setVisible(false);
        plan.getElement()
                .setAttribute("type", "button")
                .setAttribute("aria-pressed", "false")
                .setAttribute("title", Words.of("composer.plan.title"));
        plan.addClassName("plan-mode");
        plan.addClickListener(click -> planning(mode() == Mode.WORK));
        foot.add(plan);
        var hint = new Span(Words.of("composer.hint"));
        hint.addClassName("hint");
        foot.addClassName("composer-foot");
        foot.add(hint);
        var buttons = new Div(stop, send);
        buttons.addClassName("composer-buttons");
        add(area, foot, buttons);
    }

    /// At the left of the foot, before the hint.
    void addToFoot(com.vaadin.flow.component.Component component) {
        foot.addComponentAsFirst(component);
    }

    void working(boolean working) {
        stop.setVisible(working);
        area.setPlaceholder(Words.of(working ? "composer.queue" : "composer.placeholder"));
    }

    /// Whether what is sent next asks for a plan.
    void planning(boolean planning) {
        plan.getElement().setAttribute("aria-pressed", Boolean.toString(planning));
    }

    private Mode mode() {
        return "true".equals(plan.getElement().getAttribute("aria-pressed")) ? Mode.PLAN : Mode.WORK;
    }

    /// For those who may only read.
    void readOnly(String why) {
        plan.setVisible(false);
        area.setReadOnly(true);
        area.setPlaceholder(why);
        send.setVisible(false);
    }

    /// Written for the person, who sends it or not.
    void draft(String text) {
        area.setValue(text);
    }

    void focus() {
        area.focus();
    }

    TextArea area() {
        return area;
    }

    private void send(String text) {
        if (!text.isBlank() && gestures.send(text, mode())) {
            area.clear();
            // What Enter sent never reached the server as a value, so clearing alone would change nothing.
            area.getElement().executeJs("this.value = ''");
        }
    }
}
