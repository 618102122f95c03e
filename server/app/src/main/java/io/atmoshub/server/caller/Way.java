package io.atmoshub.server.caller;

import io.atmoshub.hub.token.TokenId;
import java.util.UUID;

/// How somebody came in. Each way can be closed on its own, and everybody who came by it is out.
public sealed interface Way {
    record SignIn(UUID id) implements Way {}

    record Token(TokenId id) implements Way {}
}
