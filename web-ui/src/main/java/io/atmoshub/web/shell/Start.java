package io.atmoshub.web.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.UIInitEvent;
import io.atmoshub.web.face.Words;
import io.atmoshub.web.problem.Mishaps;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// What is set up once, when Vaadin starts: the door, what happens on errors, and our part of each page.
@ApplicationScoped
public class Start {
    void begin(@Observes ServiceInitEvent start) {
        start.addIndexHtmlRequestListener(new PageHead());
        start.getSource().setSystemMessagesProvider(info -> messages());
        start.getSource().addSessionInitListener(session -> session.getSession().setErrorHandler(new Mishaps()));
        start.getSource().addUIInitListener(Start::prepare);
    }

    static void prepare(UIInitEvent init) {
        UI ui = init.getUI();
        ui.addBeforeEnterListener(new Door());
        ui.getReconnectDialogConfiguration().setDialogText(Words.of("connection.lost"));
        ui.getReconnectDialogConfiguration().setDialogTextGaveUp(Words.of("connection.gone"));
        // A server that restarts is back within a minute.
        ui.getReconnectDialogConfiguration().setReconnectAttempts(120);
        ui.getReconnectDialogConfiguration().setReconnectInterval(1_000);
    }

    /// Without a notification the browser loads the same page again: whoever is still signed in goes on, all
    /// others get the sign-in page and come back.
    static CustomizedSystemMessages messages() {
        var messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(false);
        messages.setSyncErrorNotificationEnabled(false);
        messages.setInternalErrorCaption(Words.of("broken.title"));
        messages.setInternalErrorMessage(Words.of("broken.reload"));
        return messages;
    }
}
