package io.atmoshub.server.signin;

import io.atmoshub.hub.HubException;

/// The form of the sign-in page.
record ByPassword(SignIns signIns) implements WayIn {
    @Override
    public Answer look(Visit visit) {
        if (!visit.posts("/auth/login")) {
            return NOT_MINE;
        }
        LocalPath next = LocalPath.of(visit.field("continue"));
        Attempt attempt;
        try {
            attempt = signIns.signIn(visit.field("username"), visit.field("password"), visit.address());
        } catch (HubException tooBusy) {
            return new Answer.GoTo(next.keptIn("/login?wait=10"), SAME_COOKIE);
        }
        return switch (attempt) {
            case Attempt.Opened opened -> new Answer.GoTo(next.value(), new CookieChange.Set(opened.secret()));
            case Attempt.Wrong() -> new Answer.GoTo(next.keptIn("/login?error"), SAME_COOKIE);
            case Attempt.Wait(var time) ->
                new Answer.GoTo(next.keptIn("/login?wait=" + (time.toSeconds() + 1)), SAME_COOKIE);
        };
    }
}
