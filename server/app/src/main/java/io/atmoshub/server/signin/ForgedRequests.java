package io.atmoshub.server.signin;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.server.caller.Caller;
import io.atmoshub.server.caller.Way;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/// Keeps other sites' pages from acting with the cookie of a person who has them open: what changes
/// anything needs a header that such a page can't send. Tokens are not sent by browsers on their own.
@Provider
@SuppressWarnings("NullAway.Init") // injected
public class ForgedRequests implements ContainerRequestFilter {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    @Inject
    Requests requests;

    @Context
    HttpServletRequest request;

    @Override
    public void filter(ContainerRequestContext context) {
        boolean byCookie =
                request.getAttribute(CurrentHub.CALLER) instanceof Caller caller && caller.way() instanceof Way.SignIn;
        if (SAFE.contains(context.getMethod()) || !byCookie) {
            return;
        }
        Visit visit = requests.visit(request);
        if (visit.fromElsewhere()) {
            throw new HubException(
                    ErrorCode.NOT_ALLOWED, "This request came from another site's page.", "Use the hub's own pages.");
        }
        if (visit.header("x-requested-by").isEmpty()) {
            throw new HubException(
                    ErrorCode.NOT_ALLOWED,
                    "A change by cookie needs the header X-Requested-By.",
                    "Send \"X-Requested-By: me\", or use a token.");
        }
    }
}
