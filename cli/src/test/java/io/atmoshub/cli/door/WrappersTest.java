package io.atmoshub.cli.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Scripts called `atmos` that call us again, in processes of their own.
class WrappersTest {
    @TempDir
    Path folder;

    private Path launcher;
    private String trail = "";

    @BeforeEach
    void launch() throws Exception {
        launcher = Scripts.script(folder.resolve("own/atmos"), """
                exec "%s" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData --enable-native-access=ALL-UNNAMED \
                -cp "%s" io.atmoshub.cli.Atmos "$@"
                """.formatted(
                Path.of(System.getProperty("java.home"), "bin", "java"), System.getProperty("java.class.path")));
        Scripts.script(folder.resolve("one/atmos"), "exec \"%s\" \"$@\"\n".formatted(launcher));
        Scripts.script(folder.resolve("two/atmos"), "\"%s\" \"$@\"\n".formatted(launcher));
    }

    private Process start(String folders, String... words) throws Exception {
        var command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(words));
        var path = new ArrayList<String>();
        for (String each : folders.split(" ")) {
            path.add(folder.resolve(each).toString());
        }
        path.addAll(List.of("/usr/bin", "/bin"));
        Path work = Files.createDirectories(folder.resolve("work"));
        var builder = new ProcessBuilder(command).directory(work.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("ATMOS_"));
        builder.environment().put("PATH", String.join(File.pathSeparator, path));
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("GREETING", "grüße");
        builder.environment().put(Trail.TRAIL, trail);
        return builder.start();
    }

    @Test
    void wrappersThatLeadBackArePassedOverAndTheRealOneTakesOurPlace() throws Exception {
        Scripts.script(folder.resolve("real/atmos"), """
                echo "$$ $*"
                echo "$PATH"
                echo "$GREETING"
                exit 37
                """);
        Path tools = folder.resolve("work/.tools/acme/tool/1.0.0");
        Scripts.script(tools.resolve("tool"), "exit 0\n");
        Files.writeString(folder.resolve("work/.tool-versions"), "acme/tool 1.0.0\n");
        Process process = start("own one real", "terraform", "plan", "grüße", "a b");
        List<String> lines = process.inputReader(StandardCharsets.UTF_8).lines().toList();

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(lines.toString()).isEqualTo(37);
        assertThat(lines.getFirst()).isEqualTo("%d terraform plan grüße a b".formatted(process.pid()));
        assertThat(lines.get(1)).startsWith("%s:%s:".formatted(tools, folder.resolve("own")));
        assertThat(lines.get(2)).isEqualTo("grüße");
    }

    @Test
    void twoWrappersThatOnlyCallUsEndWithHelp() throws Exception {
        Process process = start("one two own", "terraform", "plan");
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(err).isEqualTo(2);
        assertThat(err).containsOnlyOnce("there is no Atmos here").contains("Usage: atmos");
    }

    @Test
    void aWrapperThatAsksForSomethingElseEachTimeIsStopped() throws Exception {
        Scripts.script(folder.resolve("more/atmos"), "\"%s\" \"$@\" more\n".formatted(launcher));
        trail = "13 1 x " + folder.resolve("more/atmos");
        Process process = start("more", "terraform");
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(err).isEqualTo(1);
        assertThat(err).contains("goes round in circles");
    }
}
