package io.atmoshub.server.launcher.postgres;

import io.atmoshub.server.launcher.child.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/// What a killed launcher may have left behind: a PostgreSQL that still runs on our data, its orphaned workers, or a
/// pid file that by now names somebody else's process. Called under the lock of the data folder, so it is never ours.
record StalePostmaster(Path data) {
    /// The kernel has told an orphan to stop already; this is the time it gets before it is told again.
    private static final Duration GRACE = Duration.ofSeconds(1);

    void clear() throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (Files.exists(pidFile)) {
            stop(pidIn(pidFile));
        }
        for (long worker : runningOnOurData()) {
            stop(worker);
        }
        Files.deleteIfExists(pidFile);
    }

    private void stop(long pid) {
        if (endedWithin(pid, GRACE)) {
            return;
        }
        for (Signal signal : List.of(Signal.INT, Signal.QUIT, Signal.KILL)) {
            if (isOurs(pid)) {
                signal.sendTo(pid);
                if (endedWithin(pid, Duration.ofSeconds(10))) {
                    return;
                }
            }
        }
    }

    private boolean endedWithin(long pid, Duration patience) {
        if (!isOurs(pid)) {
            return true;
        }
        try {
            ProcessHandle process = ProcessHandle.of(pid).orElse(null);
            if (process != null) {
                process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            return !isOurs(pid);
        }
    }

    /// A pid alone proves nothing: after a reboot it may be anybody's.
    boolean isOurs(long pid) {
        Path process = Path.of("/proc", Long.toString(pid));
        try {
            Path program = Files.readSymbolicLink(process.resolve("exe"));
            return program.endsWith(Path.of("bin", "postgres"))
                    && Files.readSymbolicLink(process.resolve("cwd")).equals(data.toRealPath());
        } catch (IOException | SecurityException e) {
            return false;
        }
    }

    private List<Long> runningOnOurData() throws IOException {
        Path proc = Path.of("/proc");
        if (!Files.isDirectory(proc)) {
            return List.of();
        }
        try (Stream<Path> processes = Files.list(proc)) {
            return processes
                    .map(process -> process.getFileName().toString())
                    .filter(name -> name.chars().allMatch(Character::isDigit))
                    .map(Long::valueOf)
                    .filter(this::isOurs)
                    .toList();
        }
    }

    private static long pidIn(Path pidFile) throws IOException {
        String first = Files.readString(pidFile).lines().findFirst().orElse("").strip();
        return first.matches("\\d{1,18}") ? Long.parseLong(first) : -1;
    }
}
