package io.atmoshub.server.operations;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.LongAdder;

/// Counts requests, and those that failed for a reason of ours.
@WebFilter(urlPatterns = "/*", asyncSupported = true)
@SuppressWarnings("NullAway.Init") // injected
public class RequestCount implements Filter {
    @Inject
    Metrics metrics;

    private LongAdder requests;
    private LongAdder failures;

    @Override
    public void init(FilterConfig config) {
        requests = metrics.counter("http_requests_total", "Requests that were answered.");
        failures = metrics.counter("http_requests_failed_total", "Requests answered with a status of 500 or more.");
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        requests.increment();
        chain.doFilter(request, response);
        if (response instanceof HttpServletResponse http && http.getStatus() >= 500) {
            failures.increment();
        }
    }
}
