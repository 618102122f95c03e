package io.atmoshub.server.signin;

import io.atmoshub.server.settings.Settings;
import io.atmoshub.server.wiring.Service;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The proxies whose word is taken for whom they speak. What anybody else claims in `X-Forwarded-…` is
/// ignored: it would be a way around back-off, and a lie in the audit log.
@Service
public class Proxies {
    private final List<Network> trusted;
    private final Optional<String> publicOrigin;

    @Inject
    public Proxies(Settings settings) {
        trusted = settings.trustedProxies().stream().map(Network::of).toList();
        publicOrigin = settings.publicUrl().map(url -> origin(url.getScheme(), url.getRawAuthority()));
    }

    /// The client's own address: the last one on the way to us that is not a trusted proxy's.
    public String address(String peer, Optional<String> forwardedFor) {
        String address = peer;
        List<String> hops = forwardedFor.stream()
                .flatMap(list -> Arrays.stream(list.split(",")))
                .map(String::strip)
                .toList();
        for (String hop : hops.reversed()) {
            if (!trusts(address)) {
                return address;
            }
            address = hop;
        }
        return address;
    }

    /// Under which origin the client sees us.
    public String origin(
            String peer, String scheme, String host, Optional<String> proto, Optional<String> forwardedHost) {
        if (publicOrigin.isPresent()) {
            return publicOrigin.get();
        }
        boolean forwarded = trusts(peer);
        String seenScheme = forwarded ? proto.orElse(scheme) : scheme;
        String seenHost = forwarded ? forwardedHost.orElse(host) : host;
        return origin(first(seenScheme), first(seenHost));
    }

    private boolean trusts(String address) {
        return trusted.stream().anyMatch(network -> network.holds(address));
    }

    /// Where several proxies stand in a row, each may have added its own; the first is the one that people see.
    private static String first(String list) {
        return list.split(",", 2)[0].strip();
    }

    /// As browsers write it: without the port that goes without saying.
    private static String origin(String scheme, String authority) {
        String usual = scheme.equals("https") ? ":443" : ":80";
        return scheme + "://"
                + (authority.endsWith(usual) ? authority.substring(0, authority.length() - usual.length()) : authority);
    }
}
