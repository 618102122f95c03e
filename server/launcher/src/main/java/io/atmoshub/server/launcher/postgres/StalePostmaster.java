package io.atmoshub.server.launcher.postgres;

import io.atmoshub.server.launcher.child.Orphans;
import io.atmoshub.server.launcher.child.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What a killed launcher may have left behind: a PostgreSQL that still runs on our data, its orphaned workers, or a
/// pid file that by now names somebody else's process.
record StalePostmaster(Path data) {
    private static final Signal[] FAST_THEN_HARD = {Signal.INT, Signal.QUIT, Signal.KILL};

    void clear() throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (Files.exists(pidFile)) {
            // Before its workers, which end with it.
            orphans().stop(pidIn(pidFile), FAST_THEN_HARD);
        }
        orphans().stopAll(FAST_THEN_HARD);
        Files.deleteIfExists(pidFile);
    }

    Orphans orphans() {
        return new Orphans(data, Path.of("bin", "postgres"));
    }

    private static long pidIn(Path pidFile) throws IOException {
        String first = Files.readString(pidFile).lines().findFirst().orElse("").strip();
        return first.matches("\\d{1,18}") ? Long.parseLong(first) : -1;
    }
}
