package io.atmoshub.hub.token;

import java.util.List;

/// The caller's own tokens. A token can't make or revoke tokens, except itself: only a sign-in can.
public interface Tokens {
    /// Those that still work, newest first.
    List<AccessToken> list();

    /// NOT_ALLOWED for the admin scope without the admin role, and when called with a token.
    IssuedToken issue(NewToken token);

    /// Stops working at once.
    void revoke(TokenId id);
}
