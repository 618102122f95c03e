package io.atmoshub.server.signin;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.HubJson;
import io.atmoshub.hub.Problem;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// Tells those whom the {@link Mechanism} turned away why, and lets nobody of them further.
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class Refusals implements Filter {
    static final String WHY = "hub.refusal";

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getAttribute(WHY) instanceof HubException why && response instanceof HttpServletResponse answer) {
            Problem problem = Problem.of(why);
            answer.setStatus(problem.status());
            answer.setContentType(Problem.MEDIA_TYPE);
            if (why.code() == ErrorCode.NOT_SIGNED_IN) {
                answer.setHeader("WWW-Authenticate", "Bearer");
            }
            answer.getOutputStream().write(HubJson.write(problem).getBytes(StandardCharsets.UTF_8));
        } else {
            chain.doFilter(request, response);
        }
    }
}
