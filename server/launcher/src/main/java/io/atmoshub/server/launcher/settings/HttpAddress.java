package io.atmoshub.server.launcher.settings;

import io.atmoshub.server.launcher.CannotStart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/// Where the hub listens.
public record HttpAddress(String host, int port) {
    static HttpAddress from(Given given) {
        String port = given.value("ATMOS_HUB_HTTP_PORT").orElse("8080");
        if (!port.matches("\\d{1,5}") || Integer.parseInt(port) < 1 || Integer.parseInt(port) > 65535) {
            throw new CannotStart("ATMOS_HUB_HTTP_PORT is \"%s\"; a port is a number from 1 to 65535.".formatted(port));
        }
        return new HttpAddress(given.value("ATMOS_HUB_HTTP_HOST").orElse("127.0.0.1"), Integer.parseInt(port));
    }

    /// Asked before PostgreSQL starts, so that the answer comes at once.
    public void refuseIfTaken() {
        InetAddress address = resolved();
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
        } catch (IOException e) {
            throw new CannotStart(
                    "Can't listen on %s port %d: %s. Stop what uses it, or set ATMOS_HUB_HTTP_PORT to another port."
                            .formatted(host, port, e.getMessage()),
                    e);
        }
    }

    private InetAddress resolved() {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new CannotStart(
                    "ATMOS_HUB_HTTP_HOST is \"%s\", which is no address of this machine.".formatted(host), e);
        }
    }

    /// For somebody on this machine: a wildcard address can be listened on but not visited.
    public String url(String scheme) {
        InetAddress address = resolved();
        String visited = address.isAnyLocalAddress() || address.isLoopbackAddress()
                ? (host.contains(":") && !address.isAnyLocalAddress() ? "[" + host + "]" : "localhost")
                : (host.contains(":") ? "[" + host + "]" : host);
        return "%s://%s:%d".formatted(scheme, visited, port);
    }
}
