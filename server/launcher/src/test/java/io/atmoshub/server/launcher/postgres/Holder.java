package io.atmoshub.server.launcher.postgres;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/// A launcher that is nothing but its PostgreSQL, in a process of its own, so that a test can kill it.
final class Holder {
    private Holder() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        DataLock.take(folder, Duration.ofSeconds(5));
        EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, EmbeddedPostgres.DURABLE);
        System.out.println(postgres.process().pid());
        new CountDownLatch(1).await();
    }
}
