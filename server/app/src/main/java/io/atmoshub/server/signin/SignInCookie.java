package io.atmoshub.server.signin;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;

/// The sign-in cookie as the browser is told to keep it.
final class SignInCookie {
    /// As long as browsers keep one: when a sign-in ends is decided in the database, and moves on with use.
    private static final Duration KEPT = Duration.ofDays(400);

    private SignInCookie() {}

    static void apply(WayIn.CookieChange change, boolean secure, HttpServletResponse response) {
        switch (change) {
            case WayIn.CookieChange.None() -> {}
            case WayIn.CookieChange.Set(var secret) -> write(response, secret.value(), KEPT.toSeconds(), secure);
            case WayIn.CookieChange.Clear() -> write(response, "", 0, secure);
        }
    }

    private static void write(HttpServletResponse response, String value, long seconds, boolean secure) {
        response.addHeader(
                "Set-Cookie",
                "%s=%s; Path=/; Max-Age=%d; HttpOnly; SameSite=Lax%s"
                        .formatted(ByCookie.NAME, value, seconds, secure ? "; Secure" : ""));
    }
}
