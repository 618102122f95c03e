package io.atmoshub.server.launcher.settings;

import io.atmoshub.server.launcher.CannotStart;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/// The proxies whose `X-Forwarded-…` headers the server believes: addresses, and networks such as `10.0.0.0/8`.
/// Only checked here; the server compares each request with them.
public record TrustedProxies(List<String> entries) {
    public TrustedProxies {
        entries = List.copyOf(entries);
        entries.forEach(TrustedProxies::check);
    }

    static TrustedProxies parse(String text) {
        return new TrustedProxies(Arrays.stream(text.split("[,\\s]+"))
                .filter(entry -> !entry.isEmpty())
                .toList());
    }

    public boolean none() {
        return entries.isEmpty();
    }

    public String commaSeparated() {
        return String.join(",", entries);
    }

    private static void check(String entry) {
        int slash = entry.indexOf('/');
        try {
            InetAddress address = InetAddress.ofLiteral(slash < 0 ? entry : entry.substring(0, slash));
            int most = address.getAddress().length * 8;
            if (slash >= 0 && Integer.parseUnsignedInt(entry.substring(slash + 1)) > most) {
                throw refused(entry);
            }
        } catch (IllegalArgumentException e) {
            throw refused(entry);
        }
    }

    private static CannotStart refused(String entry) {
        return new CannotStart(
                "ATMOS_HUB_TRUSTED_PROXIES names \"%s\"; it takes addresses (10.0.0.7, ::1) and networks (10.0.0.0/8), separated by commas."
                        .formatted(entry));
    }
}
