package io.atmoshub.server.signin;

import io.atmoshub.server.wiring.Service;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads a {@link Visit} from a request of the container.
@Service
public class Requests {
    private final Proxies proxies;

    @Inject
    public Requests(Proxies proxies) {
        this.proxies = proxies;
    }

    public Visit visit(HttpServletRequest request) {
        Map<String, String> headers = new HashMap<>();
        for (String name : new String[] {"authorization", "origin", "sec-fetch-site", "x-requested-by"}) {
            Optional.ofNullable(request.getHeader(name)).ifPresent(value -> headers.put(name, value));
        }
        Map<String, String> cookies = new HashMap<>();
        Cookie[] sent = request.getCookies();
        for (Cookie cookie : sent == null ? new Cookie[0] : sent) {
            cookies.put(cookie.getName(), cookie.getValue());
        }
        String path = request.getRequestURI();
        Map<String, String> form = new HashMap<>();
        // Reading a parameter reads the body, which elsewhere is somebody else's to read.
        if (path.startsWith("/auth/") && request.getMethod().equals("POST")) {
            request.getParameterMap().forEach((name, values) -> form.put(name, values[0]));
        }
        String host = Optional.ofNullable(request.getHeader("host")).orElse("localhost");
        return new Visit(
                request.getMethod(),
                path,
                headers,
                form,
                cookies,
                proxies.address(request.getRemoteAddr(), forwardedFor(request)),
                proxies.origin(
                        request.getRemoteAddr(),
                        request.getScheme(),
                        host,
                        Optional.ofNullable(request.getHeader("x-forwarded-proto")),
                        Optional.ofNullable(request.getHeader("x-forwarded-host"))));
    }

    /// All lines, in order: some proxies add one of their own below the one that the client made up.
    private static Optional<String> forwardedFor(HttpServletRequest request) {
        List<String> lines = Collections.list(request.getHeaders("x-forwarded-for"));
        return lines.isEmpty() ? Optional.empty() : Optional.of(String.join(",", lines));
    }
}
