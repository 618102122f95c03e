package io.atmoshub.server.launcher.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/// The port that PostgreSQL had last time, as long as it is free: whoever looks into the database with a tool of their
/// own finds it where it was.
record RememberedPort(Path file) {
    static RememberedPort in(Path folder) {
        return new RememberedPort(folder.resolve("postgres-port"));
    }

    int choose() throws IOException {
        int last = remembered();
        int port = last > 0 && isFree(last) ? last : anyFree();
        if (port != last) {
            Files.writeString(file, port + "\n");
        }
        return port;
    }

    private int remembered() throws IOException {
        String text = Files.exists(file) ? Files.readString(file).strip() : "";
        return text.matches("\\d{1,5}") && Integer.parseInt(text) < 65536 ? Integer.parseInt(text) : 0;
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int anyFree() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
