package io.atmoshub.server.mirror;

import io.atmoshub.hub.testing.Fixture;
import io.atmoshub.hub.testing.MirrorPolicyContract;
import io.atmoshub.server.testing.HubFixture;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class MirrorPolicyOnPostgresTest extends MirrorPolicyContract {
    @TempDir
    static Path folder;

    private static HubFixture hub;

    @BeforeAll
    static void start() throws IOException {
        hub = new HubFixture(folder);
    }

    @AfterAll
    static void stop() {
        hub.stop();
    }

    @Override
    protected Fixture open() {
        return hub;
    }
}
