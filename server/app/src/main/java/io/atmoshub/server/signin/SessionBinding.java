package io.atmoshub.server.signin;

import io.atmoshub.server.caller.Caller;
import io.atmoshub.server.caller.Way;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Keeps an HTTP session with the sign-in that made it. The pages in a session act for one person, so a
/// session that turns up without that sign-in, or with another's, is ended before it does anything.
final class SessionBinding {
    private static final String KEY = "hub.sign-in";

    private SessionBinding() {}

    static void check(HttpServletRequest request, @Nullable Caller caller) {
        if (caller != null && caller.way() instanceof Way.Token) {
            return;
        }
        HttpSession session = request.getSession(false);
        if (session == null) {
            return;
        }
        UUID now = caller != null && caller.way() instanceof Way.SignIn(UUID id) ? id : null;
        Object bound = session.getAttribute(KEY);
        if (bound == null && now != null) {
            session.setAttribute(KEY, now);
        } else if (bound != null && !bound.equals(now)) {
            session.invalidate();
        }
    }

    static void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
