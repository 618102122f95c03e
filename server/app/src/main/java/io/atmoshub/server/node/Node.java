package io.atmoshub.server.node;

import java.net.URI;
import java.util.UUID;

/// One server process: a new id with each start, and the address at which the others reach it.
public record Node(UUID id, URI address) {
    public static Node starting(URI address) {
        return new Node(UUID.randomUUID(), address);
    }
}
