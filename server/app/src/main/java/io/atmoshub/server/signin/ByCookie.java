package io.atmoshub.server.signin;

import io.atmoshub.server.caller.Entry;
import io.atmoshub.server.caller.Ways;
import io.atmoshub.server.secret.Secret;
import java.util.Optional;

/// The sign-in cookie. It lives in the database and not in the HTTP session, so a sign-in survives restarts
/// and holds on every node. The way out is here too.
record ByCookie(Ways ways, SignIns signIns) implements WayIn {
    static final String NAME = "HUBSIGNIN";

    @Override
    public Answer look(Visit visit) {
        Optional<Entry> entry = visit.cookie(NAME).flatMap(value -> ways.bySignIn(new Secret(value), visit.address()));
        if (visit.posts("/auth/logout")) {
            entry.map(Entry::caller).ifPresent(signIns::signOut);
            return new Answer.GoTo("/login", new CookieChange.Clear());
        }
        return entry.<Answer>map(Answer.Entered::new).orElse(NOT_MINE);
    }
}
