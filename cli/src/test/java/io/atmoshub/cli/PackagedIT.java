package io.atmoshub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.client.testing.LoopbackHub;
import io.atmoshub.hub.testing.InMemoryHub;
import io.atmoshub.hub.token.Scope;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The command as it is packaged, started as a person starts it.
class PackagedIT {
    private record Result(int exit, String out, String err) {}

    @TempDir
    Path home;

    @Test
    void itFindsItsJavaAndShowsItsVersion() throws Exception {
        Result result = run("", "version");

        assertThat(result.exit).as(result.err).isZero();
        assertThat(result.out).startsWith("atmos ");
        assertThat(result.err).isEmpty();
    }

    @Test
    void itIsFoundThroughALink() throws Exception {
        Path link = Files.createSymbolicLink(home.resolve("atmos"), Path.of(System.getProperty("atmos")));

        Result result = run(link, "", "version");

        assertThat(result.exit).as(result.err).isZero();
    }

    @Test
    void anUnknownCommandExits2() throws Exception {
        assertThat(run("", "frobnicate").exit).isEqualTo(2);
    }

    @Test
    void itLogsInAndAsks() throws Exception {
        var hub = InMemoryHub.withPeople();
        try (var server = LoopbackHub.serving(hub)) {
            String token = hub.token("ana", Scope.READ, Scope.CHAT);
            Result login = run(token + "\n", "hub", "login", server.address().toString(), "--token-stdin");
            assertThat(login.exit).as(login.err).isZero();

            Result answer = run("hello from a pipe", "ai", "ask", "-");

            assertThat(answer.exit).as(answer.err).isZero();
            assertThat(answer.out).contains("You said: hello from a pipe").doesNotContain("\033");
        }
    }

    private Result run(String input, String... arguments) throws Exception {
        return run(Path.of(System.getProperty("atmos")), input, arguments);
    }

    private Result run(Path atmos, String input, String... arguments) throws Exception {
        var command = new ArrayList<String>();
        command.add(atmos.toString());
        command.addAll(List.of(arguments));
        Path in = Files.writeString(home.resolve("in"), input);
        Path out = home.resolve("out");
        Path err = home.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(Map.of("HOME", home.toString(), "JAVA_HOME", System.getProperty("java.home")));
        builder.environment().remove("XDG_CONFIG_HOME");
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Result(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }
}
