package io.atmoshub.project.remote;

import io.atmoshub.project.Limits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Runs `git` in a bare repository of ours: it asks nobody anything, runs no hook and knows no other repository. What
/// comes from an import stands behind `--` or `--end-of-options`, where it is never taken for an option.
final class GitCommand {
    private final Path folder;
    private final Map<String, String> environment;
    private final Instant end;

    GitCommand(Path folder, Limits limits, Map<String, String> settings, Duration time) {
        this.folder = folder;
        this.end = Instant.now().plus(time);
        this.environment = new HashMap<>(limits.environment());
        environment
                .keySet()
                .removeIf(name -> name.startsWith("GIT_")
                        && !name.equals("GIT_SSH_COMMAND")
                        && !name.startsWith("GIT_SSL_")
                        && !name.startsWith("GIT_CONFIG_"));
        environment.put("GIT_TERMINAL_PROMPT", "0");
        environment.put("GIT_ALLOW_PROTOCOL", "https:http:ssh:git:file");
        environment.put("LC_ALL", "C");
        environment.putIfAbsent("GIT_SSH_COMMAND", "ssh -o BatchMode=yes");
        String count = environment.getOrDefault("GIT_CONFIG_COUNT", "0");
        int at = count.matches("\\d{1,4}") ? Integer.parseInt(count) : 0;
        Map<String, String> all = new HashMap<>(settings);
        all.put("core.hooksPath", "/dev/null");
        all.put("core.fsmonitor", "false");
        all.put("gc.auto", "0");
        all.put("maintenance.auto", "false");
        for (Map.Entry<String, String> each : all.entrySet()) {
            environment.put("GIT_CONFIG_KEY_" + at, each.getKey());
            environment.put("GIT_CONFIG_VALUE_" + at, each.getValue());
            at++;
        }
        environment.put("GIT_CONFIG_COUNT", String.valueOf(at));
    }

    String text(String... arguments) throws IOException {
        return new String(run(new byte[0], 1 << 20, arguments), StandardCharsets.UTF_8).strip();
    }

    /// What it prints; longer is a failure.
    byte[] run(byte[] input, int longest, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("git", "--git-dir=" + folder.resolve("git")));
        command.addAll(List.of(arguments));
        Path errors = Files.createTempFile(folder, "git", ".err");
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectError(errors.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new IOException("there is no git to run", e);
        }
        try {
            var printed = new FutureTask<>(() -> process.getInputStream().readNBytes(longest + 1));
            Thread.ofVirtual().start(printed);
            Thread.ofVirtual().start(() -> write(process, input));
            byte[] bytes = printed.get(left(), TimeUnit.MILLISECONDS);
            if (bytes.length > longest) {
                throw new IOException("there is too much of it");
            }
            if (!process.waitFor(left(), TimeUnit.MILLISECONDS)) {
                throw new TimeoutException();
            }
            if (process.exitValue() != 0) {
                throw new IOException("git says: " + said(errors));
            }
            return bytes;
        } catch (TimeoutException e) {
            throw new IOException("it took too long", e);
        } catch (ExecutionException e) {
            throw new IOException("git's output broke off", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("it was interrupted", e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            Files.deleteIfExists(errors);
        }
    }

    private static void write(Process process, byte[] input) {
        try (var out = process.getOutputStream()) {
            out.write(input);
        } catch (IOException e) {
            // It ended before it read everything; its exit code says why.
        }
    }

    private long left() {
        return Math.max(1, Duration.between(Instant.now(), end).toMillis());
    }

    private static String said(Path errors) throws IOException {
        var text = new ByteArrayOutputStream();
        try (var in = Files.newInputStream(errors)) {
            text.writeBytes(in.readNBytes(4096));
        }
        return text.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("hint:"))
                .map(line -> line.replaceFirst("^(fatal|error): ", "").replaceAll("://[^/@\\s]*@", "://"))
                .findFirst()
                .orElse("nothing");
    }
}
