package io.atmoshub.project;

import io.atmoshub.project.yaml.Yaml;
import io.atmoshub.project.yaml.YamlException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Runs a command of a shell for what it prints, where processes may start.
public final class Execution {
    private static final int SECONDS = 120;
    private static final int LONGEST_OUTPUT = 4 * 1024 * 1024;

    private Execution() {}

    /// What the command prints, without the line end.
    public static String output(String command, Path folder, Limits limits) throws IOException {
        if (!limits.processes()) {
            throw new RefusedException("nothing may be run here");
        }
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", command)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().clear();
        builder.environment().putAll(limits.environment());
        Process process = builder.start();
        process.getOutputStream().close();
        var printed = new FutureTask<byte[]>(() -> process.getInputStream().readNBytes(LONGEST_OUTPUT + 1));
        Thread.ofVirtual().start(printed);
        try {
            byte[] bytes = printed.get(SECONDS, TimeUnit.SECONDS);
            if (bytes.length > LONGEST_OUTPUT) {
                throw new IOException("it printed more than %d MiB".formatted(LONGEST_OUTPUT >> 20));
            }
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                throw new TimeoutException();
            }
            if (process.exitValue() != 0) {
                throw new IOException("it ended with exit code %d".formatted(process.exitValue()));
            }
            return new String(bytes, StandardCharsets.UTF_8).stripTrailing();
        } catch (TimeoutException e) {
            throw new IOException("it took more than %d seconds".formatted(SECONDS), e);
        } catch (ExecutionException e) {
            throw new IOException("its output broke off", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("it was interrupted", e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /// What a command printed, as a value when it is JSON.
    public static @Nullable Object json(String output) {
        String start = output.strip();
        if (!start.startsWith("{") && !start.startsWith("[")) {
            return output;
        }
        try {
            return Yaml.parse("output", output).toJava();
        } catch (YamlException e) {
            return output;
        }
    }
}
