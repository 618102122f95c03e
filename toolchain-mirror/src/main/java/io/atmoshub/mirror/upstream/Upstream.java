package io.atmoshub.mirror.upstream;

import io.atmoshub.mirror.MirrorException;
import io.atmoshub.mirror.MirrorException.Kind;
import io.atmoshub.project.remote.PublicAddress;
import io.atmoshub.project.remote.WebExchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The door to upstream. It follows redirects itself, since each address has to be allowed; it looks at the address
/// that is really connected to; and nothing that a caller sent goes along.
public final class Upstream {
    private static final int REDIRECTS = 10;

    private final UpstreamRules rules;
    private final Names names;

    /// What a host's name stands for at this moment.
    @FunctionalInterface
    public interface Names {
        Names OF_THE_SYSTEM = InetAddress::getAllByName;

        InetAddress[] of(String host) throws IOException;
    }

    public Upstream(UpstreamRules rules, Names names) {
        this.rules = rules;
        this.names = names;
    }

    public UpstreamRules rules() {
        return rules;
    }

    /// What upstream answers in the end. The body comes as it is read.
    public record Reply(WebExchange exchange, URI from) implements AutoCloseable {
        public int status() {
            return exchange.status();
        }

        public Optional<String> header(String name) {
            return exchange.header(name);
        }

        public InputStream body() {
            return exchange.body();
        }

        @Override
        public void close() throws IOException {
            exchange.close();
        }
    }

    /// One attempt. Whatever the status, unless it leads on.
    public Reply open(UpstreamAddress address, Map<String, String> headers) throws IOException {
        if (!rules.mayBeAsked(address.host())) {
            throw new MirrorException(
                    Kind.REFUSED,
                    "The host %s is not mirrored here.".formatted(address.host()),
                    "An admin can add it to ATMOS_HUB_MIRROR_HOSTS.");
        }
        UpstreamAddress at = address;
        URI stand = stand(at);
        for (int hop = 0; hop <= REDIRECTS; hop++) {
            WebExchange exchange = exchange(at, stand, headers);
            Optional<String> next =
                    exchange.status() / 100 == 3 ? exchange.header("location") : Optional.<String>empty();
            if (next.isEmpty()) {
                return new Reply(exchange, stand);
            }
            exchange.close();
            URI to = target(stand, next.get(), address);
            Optional<String> standing = standing(to);
            if (standing.isPresent()) {
                stand = to;
                at = new UpstreamAddress(standing.get(), pathOf(to));
            } else {
                at = checked(to, address);
                stand = stand(at);
            }
        }
        throw new MirrorException(Kind.UNREACHABLE, "%s leads in a circle.".formatted(address), "Check the address.");
    }

    private UpstreamAddress checked(URI to, UpstreamAddress start) {
        UpstreamAddress next;
        try {
            next = UpstreamAddress.of(to);
        } catch (MirrorException e) {
            throw new MirrorException(
                    Kind.REFUSED,
                    "%s leads to %s, which is not fetched: only https is.".formatted(start, to.getHost()),
                    "Ask for where the file really is.");
        }
        if (!rules.mayLeadTo(next.host())) {
            throw new MirrorException(
                    Kind.REFUSED,
                    "%s leads to the host %s, which is not mirrored here.".formatted(start, next.host()),
                    "An admin can add it to ATMOS_HUB_MIRROR_HOSTS.");
        }
        return next;
    }

    private WebExchange exchange(UpstreamAddress at, URI stand, Map<String, String> headers) throws IOException {
        var all = new HashMap<>(headers);
        rules.tokenFor(at).ifPresent(token -> all.put("Authorization", "Bearer " + token));
        boolean stoodIn = rules.stands().containsKey(at.host());
        return WebExchange.get(
                stand,
                all,
                (host, port) -> connected(host, port, stoodIn),
                rules.pace().idle(),
                rules.pace().total());
    }

    /// The name is looked up once, and what was looked at is what is connected to.
    private Socket connected(String host, int port, boolean stoodIn) throws IOException {
        InetAddress chosen = null;
        InetAddress[] all = names.of(host);
        for (InetAddress address : all) {
            if (stoodIn || PublicAddress.is(address) || rules.privates().contains(address.getHostAddress())) {
                chosen = address;
                break;
            }
        }
        if (chosen == null) {
            throw new MirrorException(
                    Kind.REFUSED,
                    "%s is at the private address %s, which is not asked."
                            .formatted(host, all.length == 0 ? "(none)" : all[0].getHostAddress()),
                    "An admin can list that address in ATMOS_HUB_MIRROR_PRIVATE.");
        }
        Socket socket = new Socket();
        try {
            socket.connect(
                    new InetSocketAddress(chosen, port),
                    Math.toIntExact(rules.pace().connect().toMillis()));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private URI stand(UpstreamAddress address) {
        URI base = rules.stands().get(address.host());
        return base == null ? address.uri() : URI.create(withoutSlash(base) + address.path());
    }

    /// The host for which this address stands in.
    private Optional<String> standing(URI to) {
        return rules.stands().entrySet().stream()
                .filter(one -> String.valueOf(one.getValue().getRawAuthority()).equals(to.getRawAuthority())
                        && String.valueOf(one.getValue().getScheme()).equals(to.getScheme()))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst();
    }

    private static String withoutSlash(URI base) {
        String text = base.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    private static String pathOf(URI address) {
        String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        return address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
    }

    private static URI target(URI from, String location, UpstreamAddress start) {
        try {
            return from.resolve(location.replace(" ", "%20"));
        } catch (IllegalArgumentException e) {
            throw new MirrorException(
                    Kind.UNREACHABLE,
                    "%s leads to something that is no address.".formatted(start),
                    "Ask for where the file really is.",
                    null,
                    e);
        }
    }
}
