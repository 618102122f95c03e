package io.atmoshub.hub.token;

/// A token just made; the one time its secret is seen.
public record IssuedToken(AccessToken token, String secret) {
    /// Secrets stay out of logs.
    @Override
    public String toString() {
        return "IssuedToken[" + token.beginsWith() + "…]";
    }
}
