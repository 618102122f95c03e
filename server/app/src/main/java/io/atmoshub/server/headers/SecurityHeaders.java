package io.atmoshub.server.headers;

import io.atmoshub.server.signin.Requests;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;

/// The security headers of every answer. Scripts run only with this answer's nonce, which the page finds in
/// the request attribute `hub.csp.nonce` and puts on its own script tags.
@WebFilter(urlPatterns = "/*", asyncSupported = true, dispatcherTypes = DispatcherType.REQUEST)
@SuppressWarnings("NullAway.Init") // injected
public class SecurityHeaders implements Filter {
    static final String NONCE = "hub.csp.nonce";

    /// Vaadin's client evaluates what its server sends, hence `unsafe-eval`; and it styles elements in place,
    /// hence `unsafe-inline` for styles. Neither lets in a script that an answer of the assistant holds.
    private static final String POLICY =
            "default-src 'self'; script-src 'nonce-{nonce}' 'strict-dynamic' 'unsafe-eval'; "
                    + "style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; "
                    + "object-src 'none'; base-uri 'self'; frame-ancestors 'none'; form-action 'self'";

    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    Requests requests;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest http && response instanceof HttpServletResponse answer) {
            String nonce = nonce();
            http.setAttribute(NONCE, nonce);
            answer.setHeader("Content-Security-Policy", POLICY.replace("{nonce}", nonce));
            answer.setHeader("X-Content-Type-Options", "nosniff");
            answer.setHeader("X-Frame-Options", "DENY");
            answer.setHeader("Referrer-Policy", "same-origin");
            answer.setHeader("Cross-Origin-Opener-Policy", "same-origin");
            answer.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()");
            if (http.getRequestURI().startsWith("/api/")) {
                answer.setHeader("Cache-Control", "no-store");
            }
            if (requests.visit(http).secure()) {
                answer.setHeader("Strict-Transport-Security", "max-age=31536000");
            }
        }
        chain.doFilter(request, response);
    }

    private static String nonce() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }
}
