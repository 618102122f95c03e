package io.atmoshub.server.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.server.settings.Settings;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestsTest {
    private final Requests requests =
            new Requests(new Proxies(new Settings(Map.of("ATMOS_HUB_TRUSTED_PROXIES", "10.0.0.1"))));

    @Test
    void theLineThatTheProxyAddedCountsAndNotTheOneThatTheClientMadeUp() {
        assertThat(requests.visit(forwarded("192.0.2.66", "203.0.113.9")).address())
                .isEqualTo("203.0.113.9");
        assertThat(requests.visit(forwarded("192.0.2.66, 203.0.113.9")).address())
                .isEqualTo("203.0.113.9");
        assertThat(requests.visit(forwarded()).address()).isEqualTo("10.0.0.1");
    }

    private static HttpServletRequest forwarded(String... lines) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                RequestsTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getHeaders" -> Collections.enumeration(List.of(lines));
                    case "getMethod" -> "GET";
                    case "getRequestURI" -> "/";
                    case "getScheme" -> "http";
                    case "getRemoteAddr" -> "10.0.0.1";
                    default -> null;
                });
    }
}
