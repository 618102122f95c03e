package io.atmoshub.cli.hub;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import java.net.URI;
import java.net.URISyntaxException;

/// Where a hub is: `https` unless it is on this machine, so that no token travels in the clear.
record HubAddress(URI uri) {
    static HubAddress of(String text, boolean insecure) {
        URI uri = parsed(text.contains("://") ? text : "https://" + text);
        boolean https = "https".equals(uri.getScheme());
        if (uri.getHost() == null
                || uri.getUserInfo() != null
                || uri.getQuery() != null
                || uri.getFragment() != null
                || !(https || "http".equals(uri.getScheme()))) {
            throw none(text, null);
        }
        if (!https && !insecure && !onThisMachine(uri.getHost())) {
            throw new HubException(
                    ErrorCode.INVALID_INPUT,
                    "Over http your token could be read on the way to %s.".formatted(uri.getHost()),
                    "Use https://, or --insecure when you know that the way is safe.");
        }
        return new HubAddress(uri);
    }

    private static boolean onThisMachine(String host) {
        return host.equals("localhost") || host.matches("127\\.\\d+\\.\\d+\\.\\d+") || host.equals("[::1]");
    }

    private static URI parsed(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw none(text, e);
        }
    }

    private static HubException none(String text, @org.jspecify.annotations.Nullable Throwable cause) {
        var refusal = new HubException(
                ErrorCode.INVALID_INPUT,
                "\"%s\" is no address of a hub.".formatted(text),
                "It looks like https://hub.example.org");
        if (cause != null) {
            refusal.initCause(cause);
        }
        return refusal;
    }
}
