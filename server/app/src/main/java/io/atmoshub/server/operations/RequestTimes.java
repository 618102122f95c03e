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
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/// How long requests took, from the first filter to the written answer, and how many failed for a reason of ours.
/// What goes on after that, as a stream of events does, is not counted in.
@WebFilter(urlPatterns = "/*", asyncSupported = true)
@SuppressWarnings("NullAway.Init") // injected
public class RequestTimes implements Filter {
    @Inject
    Metrics metrics;

    private Durations requests;
    private LongAdder failures;

    @Override
    public void init(FilterConfig config) {
        requests = metrics.durations("http_request_seconds", "Requests that were answered.");
        failures = metrics.counter("http_requests_failed_total", "Requests answered with a status of 500 or more.");
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        long begin = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } finally {
            requests.took(Duration.ofNanos(System.nanoTime() - begin));
        }
        if (response instanceof HttpServletResponse http && http.getStatus() >= 500) {
            failures.increment();
        }
    }
}
