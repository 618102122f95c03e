package io.atmoshub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.cli.door.Scripts;
import io.atmoshub.client.testing.LoopbackHub;
import io.atmoshub.hub.testing.InMemoryHub;
import io.atmoshub.hub.token.Scope;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The command as it is packaged, started as a person starts it.
class PackagedIT {
    private record Result(int exit, String out, String err) {}

    @TempDir
    Path home;

    private final Map<String, String> environment = new HashMap<>(Map.of("PATH", "/bin"));

    @Test
    void itBringsItsJavaAndShowsItsVersion() throws Exception {
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
    void whatWasReplacedIsWhatRuns() throws Exception {
        Path copy = copy(home.resolve("copy"));
        try (var jar = FileSystems.newFileSystem(only(copy.resolve("lib"), "cli-*.jar"))) {
            Files.writeString(jar.getPath("io/atmoshub/cli/version.txt"), "9.9.9");
        }

        Result result = run(copy.resolve("bin/atmos"), "", "version");

        assertThat(result.exit).as(result.err).isZero();
        assertThat(result.out).isEqualTo("atmos 9.9.9\n");
    }

    @Test
    void itRunsBelowAnAgentThatWatchesAllJava() throws Exception {
        Path agent = home.resolve("agent.jar");
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(new Attributes.Name("Premain-Class"), Quiet.class.getName());
        manifest.getMainAttributes().put(new Attributes.Name("Can-Retransform-Classes"), "true");
        try (var jar = new JarOutputStream(Files.newOutputStream(agent), manifest)) {
            String name = Quiet.class.getName().replace('.', '/') + ".class";
            jar.putNextEntry(new ZipEntry(name));
            jar.write(Quiet.class.getClassLoader().getResourceAsStream(name).readAllBytes());
        }
        environment.put("JAVA_TOOL_OPTIONS", "-javaagent:" + agent);

        Result result = run("", "version");

        assertThat(result.exit).as(result.err).isZero();
        assertThat(result.out).startsWith("atmos ");
    }

    /// An agent that does nothing.
    public static final class Quiet {
        public static void premain(String arguments) {}
    }

    /// Through the launcher's own way, in which the shell becomes the tool.
    @Test
    void execBecomesTheToolThatIsThere() throws Exception {
        Path tool = home.resolve(".tools/acme/tool/1.0.0/tool");
        Files.createDirectories(tool.getParent());
        Files.writeString(tool, """
                #!/bin/sh
                read -r line
                echo "$line, $path, $#: $2, ${ATMOS_EXEC_ANSWER-unset}"
                exit 37
                """);
        assertThat(tool.toFile().setExecutable(true)).isTrue();
        Files.writeString(home.resolve(".tool-versions"), "acme/tool 1.0.0\n");
        Files.writeString(home.resolve("atmos.yaml"), "toolchain: {registries: [{type: inline, tools: {}}]}\n");
        environment.put("ATMOS_CHDIR", home.toString());
        environment.put("path", "mine");

        Result result = run("from a pipe\n", "toolchain", "exec", "acme/tool", "--", "one", "two words");

        assertThat(result.exit).as(result.err).isEqualTo(37);
        assertThat(result.out).isEqualTo("from a pipe, mine, 2: two words, unset\n");
        assertThat(result.err).isEmpty();
        Result missing = run("", "toolchain", "exec", "acme/tool@2.0.0");
        assertThat(missing.exit).isEqualTo(1);
        assertThat(missing.err).containsOnlyOnce("acme/tool");
        assertThat(run("", "toolchain", "which", "acme/tool").out).isEqualTo(tool + "\n");
    }

    @Test
    void whatLeadsBackToUsIsPassedOverAndTheRealAtmosTakesOurPlace() throws Exception {
        Path own = Path.of(System.getProperty("atmos"));
        Path link = Files.createDirectories(home.resolve("link"));
        Files.createSymbolicLink(link.resolve("atmos"), own);
        Path copy = copy(home.resolve("copy")).resolve("bin");
        Path wrapper = Scripts.script(home.resolve("wrapper/atmos"), "exec \"%s\" \"$@\"\n".formatted(own));
        Path real = Scripts.script(home.resolve("real/atmos"), "echo \"real: $*\"; exit 37\n");
        environment.put("PATH", "%s:%s:%s:%s:/bin".formatted(link, copy, wrapper.getParent(), real.getParent()));

        Result result = run("", "terraform", "plan", "grüße", "--", "a  b");

        assertThat(result.exit).as(result.err).isEqualTo(37);
        assertThat(result.out).isEqualTo("real: terraform plan grüße -- a  b\n");
        assertThat(result.err).isEmpty();
    }

    @Test
    void itCompletes() throws Exception {
        Result result = run("", "__complete", "toolchain", "install", "terraf");

        assertThat(result.exit).as(result.err).isZero();
        assertThat(result.out).contains("terraform\t").endsWith(":4\n");
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
        // No Java in sight, neither on the PATH nor by name.
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().put("HOME", home.toString());
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Result(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    /// With the times of the files, as unpacking keeps them.
    private static Path copy(Path to) throws IOException {
        Path from = Path.of(System.getProperty("atmos")).getParent().getParent();
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Files.copy(each, to.resolve(from.relativize(each)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return to;
    }

    private static Path only(Path folder, String pattern) throws IOException {
        try (var found = Files.newDirectoryStream(folder, pattern)) {
            return found.iterator().next();
        }
    }
}
