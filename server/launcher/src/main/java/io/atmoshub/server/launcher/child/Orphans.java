package io.atmoshub.server.launcher.child;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/// Children of a launcher that was killed. They are known by the folder they work in and the program they run, never
/// by a number alone: after a reboot a pid may be anybody's. Asked under the lock of the data folder, so none of them
/// belongs to a living launcher.
public record Orphans(Path workingFolder, Path program) {
    /// The kernel has told an orphan to stop already; this is the time it gets before it is told again.
    private static final Duration GRACE = Duration.ofSeconds(1);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /// Each signal in turn, until it is gone.
    public void stop(long pid, Signal... signals) {
        if (endsWithin(pid, GRACE)) {
            return;
        }
        for (Signal signal : signals) {
            if (isOne(pid)) {
                signal.sendTo(pid);
                if (endsWithin(pid, PATIENCE)) {
                    return;
                }
            }
        }
    }

    public void stopAll(Signal... signals) throws IOException {
        for (long pid : all()) {
            stop(pid, signals);
        }
    }

    public boolean isOne(long pid) {
        Path process = Path.of("/proc", Long.toString(pid));
        try {
            return Files.readSymbolicLink(process.resolve("exe")).endsWith(program)
                    && Files.readSymbolicLink(process.resolve("cwd")).equals(workingFolder.toRealPath());
        } catch (IOException | SecurityException e) {
            return false;
        }
    }

    private List<Long> all() throws IOException {
        Path proc = Path.of("/proc");
        if (!Files.isDirectory(proc)) {
            return List.of();
        }
        try (Stream<Path> processes = Files.list(proc)) {
            return processes
                    .map(process -> process.getFileName().toString())
                    .filter(name -> name.chars().allMatch(Character::isDigit))
                    .map(Long::valueOf)
                    .filter(this::isOne)
                    .toList();
        }
    }

    private boolean endsWithin(long pid, Duration patience) {
        if (!isOne(pid)) {
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
            return !isOne(pid);
        }
    }
}
