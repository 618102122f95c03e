package io.atmoshub.server.signin;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.server.caller.Ways;
import io.atmoshub.server.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// `Authorization: Bearer ahp_…` on the REST API and the mirror. It wins over a cookie, and a bad one is refused even
/// when the cookie is good: the caller would not know as whom they act. Clients of the mirror often know passwords
/// only, so there the token may be one; and they send along what is meant for upstream, which is none of our business.
record ByToken(Ways ways) implements WayIn {
    private static final String SCHEME = "bearer ";
    private static final String PASSWORD = "basic ";
    private static final String OURS = "ahp_";

    @Override
    public Answer look(Visit visit) {
        String header = visit.header("authorization").orElse("");
        if (header.isEmpty()) {
            return NOT_MINE;
        }
        if (visit.path().startsWith("/mirror/")) {
            return secret(header)
                    .filter(secret -> secret.startsWith(OURS))
                    .map(secret -> enter(secret, visit))
                    .orElse(NOT_MINE);
        }
        if (!visit.path().startsWith("/api/")) {
            return NOT_MINE;
        }
        return begins(header, SCHEME)
                ? enter(header.substring(SCHEME.length()).strip(), visit)
                : refused("Only tokens are accepted here, as \"Authorization: Bearer ahp_…\".");
    }

    private static Optional<String> secret(String header) {
        if (begins(header, SCHEME)) {
            return Optional.of(header.substring(SCHEME.length()).strip());
        }
        if (!begins(header, PASSWORD)) {
            return Optional.empty();
        }
        try {
            byte[] pair = Base64.getDecoder()
                    .decode(header.substring(PASSWORD.length()).strip());
            String text = new String(pair, StandardCharsets.UTF_8);
            return Optional.of(text.substring(text.indexOf(':') + 1));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean begins(String header, String scheme) {
        return header.regionMatches(true, 0, scheme, 0, scheme.length());
    }

    private Answer enter(String secret, Visit visit) {
        return ways.byToken(new Secret(secret), visit.address())
                .<Answer>map(Answer.Entered::new)
                .orElseGet(() -> refused("This token is unknown, expired or revoked."));
    }

    private static Answer refused(String what) {
        return new Answer.Refused(
                new HubException(ErrorCode.NOT_SIGNED_IN, what, "Make a new token on the My tokens page."));
    }
}
