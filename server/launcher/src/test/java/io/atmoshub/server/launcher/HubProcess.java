package io.atmoshub.server.launcher;

import io.atmoshub.server.launcher.child.Signal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A whole hub as its operator runs it: `bin/atmos-hub` of a distribution, with a data folder and a port.
///
/// ```java
/// try (HubProcess hub = HubProcess.start(distribution, data, Map.of()).awaitReady()) {
///     hub.url() …
///     hub.kill(HubProcess.Part.SERVER);
/// }
/// ```
public final class HubProcess implements AutoCloseable {
    private static final Duration READY_WITHIN = Duration.ofMinutes(3);
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(60);

    public enum Part {
        LAUNCHER,
        POSTGRES,
        SERVER
    }

    private final Process launcher;
    private final Path data;
    private final int port;
    private final Queue<String> output = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final CompletableFuture<Void> outputEnded = new CompletableFuture<>();

    private HubProcess(Process launcher, Path data, int port) {
        this.launcher = launcher;
        this.data = data;
        this.port = port;
        Thread.ofPlatform().daemon().name("output of the hub").start(this::read);
    }

    /// On a free port, unless `more` names one.
    public static HubProcess start(Path distribution, Path data, Map<String, String> more) {
        int port = Integer.parseInt(more.getOrDefault("ATMOS_HUB_HTTP_PORT", Integer.toString(freePort())));
        var builder = new ProcessBuilder(distribution.resolve("bin/atmos-hub").toString()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("ATMOS_HUB_DATA", data.toString());
        builder.environment().put("ATMOS_HUB_HTTP_PORT", Integer.toString(port));
        builder.environment().putAll(more);
        try {
            return new HubProcess(builder.start(), data, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public HubProcess awaitReady() {
        try {
            ready.get(READY_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            return this;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            close();
            throw new IllegalStateException("The hub did not become ready. It said:\n" + output(), e);
        }
    }

    public URI url() {
        return URI.create("http://localhost:" + port);
    }

    public int port() {
        return port;
    }

    public Path data() {
        return data;
    }

    /// Everything it printed so far, on either stream.
    public String output() {
        return String.join("\n", output);
    }

    public long pid(Part part) {
        return handle(part).pid();
    }

    public boolean isAlive() {
        return launcher.isAlive();
    }

    /// `kill -9`, and waits until the process is gone.
    public void kill(Part part) {
        ProcessHandle victim = handle(part);
        Signal.KILL.sendTo(victim.pid());
        await(victim.onExit(), part + " survived kill -9");
    }

    /// As Ctrl-C does it.
    public void interrupt() {
        Signal.INT.sendTo(launcher.pid());
    }

    /// Asks it to stop and answers its exit code.
    public int stop() {
        Signal.TERM.sendTo(launcher.pid());
        return exitCode();
    }

    /// Waits for its end, however it comes.
    public int exitCode() {
        await(launcher.onExit(), "The hub did not end");
        await(outputEnded, "The hub's output did not end");
        return launcher.exitValue();
    }

    /// Leaves nothing behind, also when the test failed in the middle.
    @Override
    public void close() {
        var family = launcher.descendants().toList();
        if (launcher.isAlive()) {
            Signal.TERM.sendTo(launcher.pid());
            try {
                launcher.onExit().get(ENDS_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException e) {
                launcher.destroyForcibly();
            }
        }
        family.forEach(ProcessHandle::destroyForcibly);
    }

    private ProcessHandle handle(Part part) {
        return switch (part) {
            case LAUNCHER -> launcher.toHandle();
            case POSTGRES -> child("postgres");
            case SERVER -> child("java");
        };
    }

    private ProcessHandle child(String program) {
        return launcher.children()
                .filter(child -> child.info().command().orElse("").endsWith("/bin/" + program))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The hub runs no " + program));
    }

    private void read() {
        try (BufferedReader lines = launcher.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.add(line);
                if (line.startsWith("Atmos Hub is ready")) {
                    ready.complete(null);
                }
            }
        } catch (IOException e) {
            output.add("(its output broke off: " + e.getMessage() + ")");
        }
        ready.completeExceptionally(new IllegalStateException("The hub ended before it was ready"));
        outputEnded.complete(null);
    }

    private static void await(CompletableFuture<?> end, String otherwise) {
        try {
            end.get(ENDS_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(otherwise, e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(otherwise, e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
