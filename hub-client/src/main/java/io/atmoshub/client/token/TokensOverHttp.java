package io.atmoshub.client.token;

import io.atmoshub.client.wire.Path;
import io.atmoshub.client.wire.Wire;
import io.atmoshub.hub.token.AccessToken;
import io.atmoshub.hub.token.IssuedToken;
import io.atmoshub.hub.token.NewToken;
import io.atmoshub.hub.token.TokenId;
import io.atmoshub.hub.token.Tokens;
import java.util.List;

/// The caller's tokens.
public record TokensOverHttp(Wire wire) implements Tokens {
    @Override
    public List<AccessToken> list() {
        return wire.list(Path.of("tokens"), AccessToken.class);
    }

    @Override
    public IssuedToken issue(NewToken token) {
        return wire.post(Path.of("tokens"), token, IssuedToken.class);
    }

    @Override
    public void revoke(TokenId id) {
        wire.delete(Path.of("tokens", id));
    }
}
