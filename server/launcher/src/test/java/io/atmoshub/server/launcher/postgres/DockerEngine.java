package io.atmoshub.server.launcher.postgres;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/// Whether asking Testcontainers makes sense. Without an engine it takes seconds to find that out, so we look first.
final class DockerEngine {
    private DockerEngine() {}

    static boolean answers() {
        return System.getenv("DOCKER_HOST") != null || answersAt(Path.of("/var/run/docker.sock"));
    }

    private static boolean answersAt(Path socket) {
        if (!Files.exists(socket)) {
            return false;
        }
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return channel.connect(UnixDomainSocketAddress.of(socket));
        } catch (IOException e) {
            return false;
        }
    }
}
