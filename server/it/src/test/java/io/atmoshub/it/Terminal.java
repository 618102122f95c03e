package io.atmoshub.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The packaged `atmos` command, run by somebody with a home of their own.
final class Terminal {
    private final Path home;

    Terminal(Path home) {
        this.home = home;
    }

    record Ran(int code, String out, String err) {
        String all() {
            return "exit code " + code + "\n" + out + err;
        }
    }

    Ran run(String input, String... words) throws IOException, InterruptedException {
        Path out = Files.createTempFile(home, "out", "");
        Path err = Files.createTempFile(home, "err", "");
        Process process = builder(words)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        }
        if (!process.waitFor(90, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("atmos " + String.join(" ", words) + " does not end: " + Files.readString(err));
        }
        return new Ran(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    /// Without waiting for its end.
    Command begin(String... words) throws IOException {
        return new Command(builder(words).redirectErrorStream(true));
    }

    private ProcessBuilder builder(String... words) {
        List<String> command = Stream.concat(Stream.of(System.getProperty("atmos.command")), Stream.of(words))
                .toList();
        var builder = new ProcessBuilder(new ArrayList<>(command)).directory(home.toFile());
        builder.environment().put("HOME", home.toString());
        builder.environment().put("XDG_CONFIG_HOME", home.resolve(".config").toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder;
    }
}
