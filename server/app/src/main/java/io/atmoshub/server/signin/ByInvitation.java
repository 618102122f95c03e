package io.atmoshub.server.signin;

import io.atmoshub.hub.HubException;
import io.atmoshub.server.secret.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// The form behind an invitation's link.
record ByInvitation(SignIns signIns) implements WayIn {
    @Override
    public Answer look(Visit visit) {
        if (!visit.posts("/auth/join")) {
            return NOT_MINE;
        }
        String secret = visit.field("secret");
        String page = "/join/" + URLEncoder.encode(secret, StandardCharsets.UTF_8);
        Attempt attempt;
        try {
            attempt = signIns.join(new Secret(secret), visit.field("password"), visit.address());
        } catch (HubException badPassword) {
            return new Answer.GoTo(page + "?error=password", SAME_COOKIE);
        }
        return switch (attempt) {
            case Attempt.Opened opened -> new Answer.GoTo("/", new CookieChange.Set(opened.secret()));
            case Attempt.Wrong() -> new Answer.GoTo(page + "?error=link", SAME_COOKIE);
            case Attempt.Wait(var time) -> new Answer.GoTo(page + "?wait=" + (time.toSeconds() + 1), SAME_COOKIE);
        };
    }
}
