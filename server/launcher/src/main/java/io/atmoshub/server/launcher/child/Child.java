package io.atmoshub.server.launcher.child;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/// A running program of ours. It is started by a platform thread of its own that lives as long as the program does:
/// Linux sends the parent-death signal when the *thread* that started a child ends, not the process.
public final class Child {
    private final String name;
    private final Process process;

    private Child(String name, Process process) {
        this.name = name;
        this.process = process;
    }

    public static Child start(String name, ProcessBuilder command) throws IOException {
        var started = new CompletableFuture<Process>();
        Thread.ofPlatform().daemon().name("keeper of " + name).start(() -> keep(command, started));
        try {
            return new Child(name, started.get());
        } catch (ExecutionException e) {
            throw new IOException(name + " could not be started: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while starting " + name, e);
        }
    }

    private static void keep(ProcessBuilder command, CompletableFuture<Process> started) {
        try {
            Process process = command.start();
            started.complete(process);
            process.waitFor();
        } catch (IOException | RuntimeException e) {
            started.completeExceptionally(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public String name() {
        return name;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /// Meaningful only after its end.
    public int exitCode() {
        return process.exitValue();
    }

    public CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    /// Sends each signal in turn and gives the child that long to follow it; at last it is killed.
    public void stop(Duration patience, Signal... signals) {
        for (Signal signal : signals) {
            signal.sendTo(pid());
            if (endsWithin(patience)) {
                return;
            }
        }
        process.destroyForcibly();
        endsWithin(patience);
    }

    public boolean endsWithin(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
