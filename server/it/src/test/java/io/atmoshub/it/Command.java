package io.atmoshub.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.atmoshub.server.launcher.child.Signal;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A command that runs while the test goes on: what it printed so far, on either stream, and how it ends.
final class Command implements AutoCloseable {
    private final Process process;
    private final StringBuilder printed = new StringBuilder();
    private boolean ended;

    /// Reads standard output; who wants standard error too merges the two. Ctrl-C reaches it even where this build is
    /// told to ignore it, as whatever a script starts in the background is.
    Command(ProcessBuilder builder) throws IOException {
        builder.command().addAll(0, List.of("env", "--default-signal=INT"));
        this.process = builder.start();
        Thread.ofPlatform().daemon().name("output of a command").start(this::read);
    }

    synchronized String printed() {
        return printed.toString();
    }

    /// Until it printed this.
    synchronized void await(String text, Duration most) {
        long deadline = System.nanoTime() + most.toNanos();
        while (printed.indexOf(text) < 0) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0 || ended) {
                fail("Waited in vain for \"%s\"; it printed:%n%s", text, printed);
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }

    /// On its keyboard.
    void type(String keys) throws IOException {
        process.getOutputStream().write(keys.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    /// As Ctrl-C does it.
    void interrupt() {
        Signal.INT.sendTo(process.pid());
    }

    int exitCode(Duration most) throws InterruptedException {
        assertThat(process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS))
                .as("it ends; it printed: %s", printed())
                .isTrue();
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void read() {
        try (Reader reader = process.inputReader(StandardCharsets.UTF_8)) {
            char[] piece = new char[4096];
            for (int length = reader.read(piece); length >= 0; length = reader.read(piece)) {
                synchronized (this) {
                    printed.append(piece, 0, length);
                    notifyAll();
                }
            }
        } catch (IOException e) {
            append("(its output broke off: " + e.getMessage() + ")");
        }
        synchronized (this) {
            ended = true;
            notifyAll();
        }
    }

    private synchronized void append(String text) {
        printed.append(text);
    }
}
