package io.atmoshub.web.face;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import io.atmoshub.hub.HubException;

/// A small message at the foot of the page that leaves by itself.
public final class Toast {
    private Toast() {}

    public static void say(String words) {
        show(words, "", 4000);
    }

    public static void refused(HubException refusal) {
        show(refusal.what(), refusal.hint(), 8000);
    }

    public static void problem(String what, String hint) {
        show(what, hint, 8000);
    }

    private static void show(String what, String hint, int milliseconds) {
        var words = new Div(new Span(what));
        words.addClassName("toast");
        if (!hint.isEmpty()) {
            var more = new Span(hint);
            more.addClassName("hint");
            words.add(more);
            // Something to act on is read out at once.
            words.getElement().setAttribute("role", "alert");
        }
        var notification = new Notification(words);
        notification.setPosition(Notification.Position.BOTTOM_CENTER);
        notification.setDuration(milliseconds);
        notification.open();
    }
}
