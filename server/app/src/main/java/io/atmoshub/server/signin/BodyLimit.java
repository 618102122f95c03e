package io.atmoshub.server.signin;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import jakarta.servlet.http.HttpServletRequest;

/// How long a body may be, asked before anything of it is read. WildFly's own limit lies far above this one, for it
/// breaks off without a word.
final class BodyLimit {
    private static final long MOST_BYTES = 8L << 20;

    private BodyLimit() {}

    static void check(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        if (length > MOST_BYTES) {
            throw new HubException(
                    ErrorCode.TOO_LARGE, "The body is larger than 8 MiB.", "Send less, or in several requests.");
        }
        // REST stops reading by itself. What the pages send is read as a whole, and browsers always say how long it is.
        boolean mayHaveBody = request.getMethod().equals("POST");
        if (length < 0 && mayHaveBody && !request.getRequestURI().startsWith("/api/")) {
            throw new HubException(
                    ErrorCode.TOO_LARGE,
                    "The request does not say how long its body is.",
                    "Send it with a Content-Length.");
        }
    }
}
