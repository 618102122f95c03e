package io.atmoshub.web.problem;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.web.face.Toast;
import io.atmoshub.web.face.Words;
import java.util.Locale;
import java.util.UUID;

/// What becomes of an exception that nobody caught: a refusal is shown in its own words, a bug with a reference
/// under which the log has the rest.
public final class Mishaps implements ErrorHandler {
    private static final System.Logger LOG = System.getLogger(Mishaps.class.getName());

    @Override
    public void error(ErrorEvent event) {
        Throwable cause = event.getThrowable();
        HubException refusal = refusal(cause);
        if (refusal == null) {
            String reference = reference(cause);
            ifShown(() -> Toast.problem(Words.of("broken.what", reference), Words.of("broken.hint")));
        } else if (refusal.code() == ErrorCode.NOT_SIGNED_IN) {
            // Loading the page anew leads to the sign-in page and back here.
            ifShown(() -> UI.getCurrent().getPage().reload());
        } else {
            ifShown(() -> Toast.refused(refusal));
        }
    }

    /// Logs a bug and names it.
    static String reference(Throwable cause) {
        String reference = UUID.randomUUID().toString().substring(0, 6).toUpperCase(Locale.ROOT);
        LOG.log(System.Logger.Level.ERROR, "A page broke (ref " + reference + ")", cause);
        return reference;
    }

    static @org.jspecify.annotations.Nullable HubException refusal(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof HubException refusal) {
                return refusal;
            }
        }
        return null;
    }

    private static void ifShown(Runnable show) {
        UI ui = UI.getCurrent();
        if (ui != null && ui.isAttached()) {
            show.run();
        }
    }
}
