package io.atmoshub.toolchain.fetch;

import io.atmoshub.toolchain.ToolchainException;
import java.io.IOException;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which proxy stands between us and a host, as `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY` say, in capital
/// or small letters. What runs on this machine is asked directly.
public record Proxies(@Nullable URI https, @Nullable URI http, List<String> direct) {
    public Proxies {
        direct = List.copyOf(direct);
    }

    public static final Proxies NONE = new Proxies(null, null, List.of());

    public static Proxies from(Map<String, String> environment) {
        String all = value(environment, "ALL_PROXY");
        String https = value(environment, "HTTPS_PROXY");
        String http = value(environment, "HTTP_PROXY");
        return new Proxies(
                address(https.isEmpty() ? all : https),
                address(http.isEmpty() ? all : http),
                List.of(value(environment, "NO_PROXY").toLowerCase(Locale.ROOT).split("[,\\s]+")));
    }

    private static String value(Map<String, String> environment, String name) {
        String small = environment.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        return (small.isBlank() ? environment.getOrDefault(name, "") : small).strip();
    }

    private static @Nullable URI address(String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            URI address = new URI(text.contains("://") ? text : "http://" + text);
            if (address.getHost() != null && String.valueOf(address.getScheme()).matches("https?")) {
                return address;
            }
        } catch (URISyntaxException e) {
            // Said below, without the text: it may hold a password.
        }
        throw new ToolchainException(
                "A proxy variable holds no address of an HTTP proxy.",
                "HTTPS_PROXY, HTTP_PROXY and ALL_PROXY look like http://proxy.example.org:3128");
    }

    ProxySelector selector() {
        return new ProxySelector() {
            @Override
            public List<Proxy> select(URI address) {
                URI proxy = before(address);
                return List.of(
                        proxy == null
                                ? Proxy.NO_PROXY
                                : new Proxy(Proxy.Type.HTTP, new InetSocketAddress(proxy.getHost(), port(proxy))));
            }

            @Override
            public void connectFailed(URI address, SocketAddress proxy, IOException why) {
                // The request fails with the same reason.
            }
        };
    }

    @Nullable
    URI before(URI address) {
        String host = WebRules.host(address);
        if (WebRules.loopback(host) || direct.stream().anyMatch(rule -> matches(rule, host))) {
            return null;
        }
        return "https".equals(address.getScheme()) ? https : http;
    }

    private static boolean matches(String rule, String host) {
        String name = rule.startsWith("*.") ? rule.substring(1) : rule;
        int port = name.indexOf(':');
        String plain = port > 0 ? name.substring(0, port) : name;
        return plain.equals("*")
                || (!plain.isEmpty()
                        && (host.equals(plain)
                                || (plain.startsWith(".") ? host.endsWith(plain) : host.endsWith("." + plain))));
    }

    private static int port(URI proxy) {
        return proxy.getPort() > 0 ? proxy.getPort() : "https".equals(proxy.getScheme()) ? 443 : 80;
    }

    /// Answers a proxy that asks who we are, and nobody else.
    Authenticator authenticator() {
        return new Authenticator() {
            @Override
            protected @Nullable PasswordAuthentication getPasswordAuthentication() {
                if (getRequestorType() != RequestorType.PROXY) {
                    return null;
                }
                for (URI proxy : java.util.Arrays.asList(https, http)) {
                    if (proxy != null
                            && proxy.getUserInfo() != null
                            && proxy.getHost().equalsIgnoreCase(getRequestingHost())
                            && port(proxy) == getRequestingPort()) {
                        String[] user = proxy.getUserInfo().split(":", 2);
                        return new PasswordAuthentication(
                                user[0], user.length == 2 ? user[1].toCharArray() : new char[0]);
                    }
                }
                return null;
            }
        };
    }
}
