package io.atmoshub.server.signin;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.server.caller.Ways;
import io.atmoshub.server.secret.Secret;

/// `Authorization: Bearer ahp_…` on the REST API. It wins over a cookie, and a bad one is refused even
/// when the cookie is good: the caller would not know as whom they act.
record ByToken(Ways ways) implements WayIn {
    private static final String SCHEME = "bearer ";

    @Override
    public Answer look(Visit visit) {
        String header = visit.header("authorization").orElse("");
        if (!visit.path().startsWith("/api/") || header.isEmpty()) {
            return NOT_MINE;
        }
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return refused("Only tokens are accepted here, as \"Authorization: Bearer ahp_…\".");
        }
        Secret secret = new Secret(header.substring(SCHEME.length()).strip());
        return ways.byToken(secret, visit.address())
                .<Answer>map(Answer.Entered::new)
                .orElseGet(() -> refused("This token is unknown, expired or revoked."));
    }

    private static Answer refused(String what) {
        return new Answer.Refused(
                new HubException(ErrorCode.NOT_SIGNED_IN, what, "Make a new token on the My tokens page."));
    }
}
