package io.atmoshub.server.signin;

import io.atmoshub.hub.HubException;
import io.atmoshub.server.caller.Entry;
import io.atmoshub.server.secret.Secret;

/// One way into the hub over HTTP. The one authentication mechanism asks each in turn; OpenID Connect will
/// be one more of these.
interface WayIn {
    Answer look(Visit visit);

    sealed interface Answer {
        /// This visit does not use this way.
        record NotMine() implements Answer {}

        record Entered(Entry entry) implements Answer {}

        record Refused(HubException why) implements Answer {}

        /// To another page of ours, with a change of the sign-in cookie.
        record GoTo(String path, CookieChange cookie) implements Answer {}
    }

    sealed interface CookieChange {
        record None() implements CookieChange {}

        record Set(Secret secret) implements CookieChange {}

        record Clear() implements CookieChange {}
    }

    Answer NOT_MINE = new Answer.NotMine();
    CookieChange SAME_COOKIE = new CookieChange.None();
}
