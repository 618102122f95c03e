package io.atmoshub.project.remote;

import io.atmoshub.project.Limits;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The proxy that the environment names, as curl takes it. Where the environment may not be seen there is none.
final class Proxies {
    private Proxies() {}

    static Proxy of(Limits limits, String host) {
        Optional<String> named = variable(limits, "https_proxy").or(() -> variable(limits, "all_proxy"));
        if (named.isEmpty() || isExcepted(variable(limits, "no_proxy").orElse(""), host.toLowerCase(Locale.ROOT))) {
            return Proxy.NO_PROXY;
        }
        String text = named.get();
        URI proxy = URI.create(text.contains("://") ? text : "http://" + text);
        return proxy.getHost() == null
                ? Proxy.NO_PROXY
                : new Proxy(
                        Proxy.Type.HTTP,
                        InetSocketAddress.createUnresolved(
                                proxy.getHost(), proxy.getPort() > 0 ? proxy.getPort() : 8080));
    }

    private static boolean isExcepted(String exceptions, String host) {
        boolean here = host.equals("localhost") || host.startsWith("127.") || host.equals("::1");
        return here
                || Arrays.stream(exceptions.split(","))
                        .map(each -> each.strip().toLowerCase(Locale.ROOT).replaceFirst("^\\*?\\.", ""))
                        .filter(each -> !each.isEmpty())
                        .anyMatch(each -> each.equals("*") || host.equals(each) || host.endsWith("." + each));
    }

    private static Optional<String> variable(Limits limits, String name) {
        return limits.variable(name)
                .or(() -> limits.variable(name.toUpperCase(Locale.ROOT)))
                .filter(value -> !value.isBlank());
    }
}
