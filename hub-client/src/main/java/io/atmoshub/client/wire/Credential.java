package io.atmoshub.client.wire;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import java.net.http.HttpRequest;

/// What lets a client in. Never printed.
public sealed interface Credential {
    void addTo(HttpRequest.Builder request);

    /// A personal access token.
    record Token(String secret) implements Credential {
        public Token {
            if (secret.isEmpty() || secret.chars().anyMatch(c -> c <= ' ' || c > '~')) {
                throw new HubException(
                        ErrorCode.INVALID_INPUT,
                        "That is no token: it is empty, or holds blanks or other signs than letters and digits.",
                        "Copy the whole token, as the My tokens page showed it.");
            }
        }

        @Override
        public void addTo(HttpRequest.Builder request) {
            request.header("Authorization", "Bearer " + secret);
        }

        @Override
        public String toString() {
            return "Token[…]";
        }
    }

    /// The cookie of a sign-in, as `name=value`.
    record SignIn(String cookie) implements Credential {
        @Override
        public void addTo(HttpRequest.Builder request) {
            request.header("Cookie", cookie);
        }

        @Override
        public String toString() {
            return "SignIn[…]";
        }
    }
}
