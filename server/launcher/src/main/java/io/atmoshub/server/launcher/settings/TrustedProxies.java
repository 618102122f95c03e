package io.atmoshub.server.launcher.settings;

import io.atmoshub.server.launcher.CannotStart;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The proxies whose `X-Forwarded-…` headers are believed: addresses, and networks such as `10.0.0.0/8`.
/// WildFly can only compare an address with a regular expression, so for it that is what they become.
public record TrustedProxies(List<String> entries) {
    public TrustedProxies {
        entries = List.copyOf(entries);
        entries.forEach(TrustedProxies::pattern);
    }

    static TrustedProxies parse(String text) {
        return new TrustedProxies(Arrays.stream(text.split("[,\\s]+"))
                .filter(entry -> !entry.isEmpty())
                .toList());
    }

    public boolean none() {
        return entries.isEmpty();
    }

    /// As the operator wrote them, for the hub in the server, which compares by itself.
    public String listed() {
        return String.join(",", entries);
    }

    /// Matches a whole address of a trusted proxy.
    public String regex() {
        return entries.stream().map(TrustedProxies::pattern).collect(Collectors.joining("|", "^(?:", ")$"));
    }

    private static String pattern(String entry) {
        int slash = entry.indexOf('/');
        InetAddress address = address(slash < 0 ? entry : entry.substring(0, slash), entry);
        if (slash < 0) {
            return literal(address.getHostAddress());
        }
        String bits = entry.substring(slash + 1);
        if (!(address instanceof Inet4Address) || !bits.matches("\\d{1,2}") || Integer.parseInt(bits) > 32) {
            throw refused(entry);
        }
        return network(address.getAddress(), Integer.parseInt(bits));
    }

    private static String network(byte[] address, int bits) {
        var octets = new ArrayList<String>();
        for (int i = 0; i < 4; i++) {
            int fixed = Math.clamp(bits - 8L * i, 0, 8);
            int octet = Byte.toUnsignedInt(address[i]);
            int lowest = octet & (0xff << (8 - fixed));
            int highest = lowest | (0xff >> fixed);
            octets.add(
                    fixed == 0
                            ? "[0-9]+"
                            : IntStream.rangeClosed(lowest, highest)
                                    .mapToObj(Integer::toString)
                                    .collect(Collectors.joining("|", "(?:", ")")));
        }
        return String.join("[.]", octets);
    }

    private static InetAddress address(String text, String entry) {
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException e) {
            throw refused(entry);
        }
    }

    private static String literal(String address) {
        return address.replace(".", "[.]");
    }

    private static CannotStart refused(String entry) {
        return new CannotStart(
                "ATMOS_HUB_TRUSTED_PROXIES names \"%s\"; it takes addresses (10.0.0.7, ::1) and IPv4 networks (10.0.0.0/8), separated by commas."
                        .formatted(entry));
    }
}
