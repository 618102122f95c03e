package io.atmoshub.server.launcher;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The installed folder: `bin`, `lib` with this program, `server` and `examples` beside it.
final class Distribution {
    private Distribution() {}

    static Path home() {
        try {
            Path jar = Path.of(Main.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Path home = jar.resolve("../..").normalize();
            if (!Files.isRegularFile(home.resolve("server/jboss-modules.jar"))) {
                throw new CannotStart(
                        "%s is not a complete installation: its folder server is missing. Unpack it again."
                                .formatted(home));
            }
            return home;
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
