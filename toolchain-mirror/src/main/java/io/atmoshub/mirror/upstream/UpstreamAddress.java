package io.atmoshub.mirror.upstream;

import io.atmoshub.mirror.MirrorException;
import io.atmoshub.mirror.MirrorException.Kind;
import java.net.URI;
import java.util.Locale;

/// An https address that a mirror may be asked for: without user, port and fragment, and not climbing. `path` begins
/// with a slash and has the query behind it, both as they travel.
public record UpstreamAddress(String host, String path) {
    private static final int LONGEST = 2000;

    public UpstreamAddress {
        host = host.toLowerCase(Locale.ROOT);
        if (!host.matches("[a-z0-9]([a-z0-9.-]{0,250}[a-z0-9])?") || host.contains("..")) {
            throw wrong("\"%s\" is no host.".formatted(host));
        }
        if (!path.startsWith("/") || path.length() > LONGEST || !path.matches("[!-~&&[^\"<>\\\\^`{|}#]]+")) {
            throw wrong("This is no path of at most %d characters.".formatted(LONGEST));
        }
        String plain = path.replaceFirst("\\?.*", "").toLowerCase(Locale.ROOT);
        if (plain.matches(".*/(\\.|%2e){1,2}(/.*)?") || plain.contains("%2f") || plain.contains("%5c")) {
            throw wrong("The path of an address may not climb.");
        }
    }

    public static UpstreamAddress of(URI address) {
        if (!"https".equalsIgnoreCase(address.getScheme())
                || address.getHost() == null
                || address.getRawUserInfo() != null
                || (address.getPort() >= 0 && address.getPort() != 443)) {
            throw wrong(
                    "%s is not fetched: only https addresses without user and port are.".formatted(address.getHost()));
        }
        String path = address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        return new UpstreamAddress(
                address.getHost(), address.getRawQuery() == null ? path : path + "?" + address.getRawQuery());
    }

    public URI uri() {
        return URI.create(toString());
    }

    /// The path without the query.
    public String file() {
        int query = path.indexOf('?');
        return query < 0 ? path : path.substring(0, query);
    }

    private static MirrorException wrong(String what) {
        return new MirrorException(
                Kind.REFUSED, what, "Ask for /mirror/https/HOST/PATH, with host and path as upstream has them.");
    }

    @Override
    public String toString() {
        return "https://" + host + path;
    }
}
