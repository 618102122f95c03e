package io.atmoshub.it;

import io.atmoshub.server.launcher.postgres.TestPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/// Gives the WildFly that Arquillian starts its database and free ports, before Arquillian reads its settings.
public final class ContainerDatabase implements LauncherSessionListener {
    @Override
    public void launcherSessionOpened(LauncherSession session) {
        var database = TestPostgres.freshDatabase();
        try (var http = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var management = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            System.setProperty("container.http", Integer.toString(http.getLocalPort()));
            System.setProperty("container.management", Integer.toString(management.getLocalPort()));
        } catch (IOException e) {
            throw new IllegalStateException("There is no free port", e);
        }
        System.setProperty(
                "container.jvm",
                "-Dhub.jdbc.url=%s -Dhub.jdbc.user=%s %s"
                        .formatted(
                                database.app().url(),
                                database.app().user(),
                                TestHub.coverage(Path.of(System.getProperty("coverage.server")))));
    }
}
