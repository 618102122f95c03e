package io.atmoshub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/// What a command says of itself, and what it says to somebody who errs.
class HelpTest {
    @TempDir
    Path home;

    @Test
    void anUnknownCommandGetsHelpAndExitCode2() {
        var played = new Played(home, home);

        assertThat(played.run("frobnicate")).isEqualTo(2);

        assertThat(played.out()).isEmpty();
        assertThat(played.err()).contains("frobnicate", "Usage: atmos", "Examples:");
    }

    @Test
    void anUnknownOptionAndAnEmptyNounAreMisuse() {
        assertThat(new Played(home, home).run("version", "--frob")).isEqualTo(2);
        assertThat(new Played(home, home).run("hub")).isEqualTo(2);
        assertThat(new Played(home, home).run("ai", "sessions")).isEqualTo(2);
        assertThat(new Played(home, home).run("completion", "tcsh")).isEqualTo(2);
        assertThat(new Played(home, home).pressing("").run("ai", "ask")).isEqualTo(2);
    }

    @Test
    void withoutACommandItShowsWhatThereIs() {
        var played = new Played(home, home);

        assertThat(played.run()).isZero();

        assertThat(played.out()).contains("ai", "hub", "version");
    }

    @Test
    void theVersionIsShown() {
        var played = new Played(home, home);
        assertThat(played.run("version")).isZero();
        assertThat(played.out()).matches("atmos \\d+\\.\\d+\\.\\d+.*\\n");
        assertThat(played.run("--version")).isZero();
        assertThat(played.out()).startsWith("atmos ");
        assertThat(played.run("version", "--json")).isZero();
        assertThat(played.out()).startsWith("{\"version\":\"");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void helpEndsWithTwoExamples(List<String> command) {
        var played = new Played(home, home);
        var arguments = new ArrayList<>(command);
        arguments.add("--help");

        assertThat(played.run(arguments.toArray(String[]::new))).isZero();

        String examples = played.out().substring(played.out().indexOf("Examples:"));
        assertThat(examples.lines().skip(1).filter(line -> line.contains("atmos ")))
                .hasSize(2);
        assertThat(played.err()).isEmpty();
    }

    @Test
    void aCommandThatHoldsOthersShowsAllOfThemWhenItIsMisused() {
        var played = new Played(home, home);

        assertThat(played.run("toolchain", "--frob", "list")).isEqualTo(2);

        assertThat(played.err()).contains("Usage: atmos toolchain", "install", "registry");
    }

    @Test
    void everyNameLeadsToTheCommandThatIsCalledSo() {
        CommandLine all = Atmos.commandLine(Nowhere.terminal());
        for (List<String> path : commands()) {
            CommandLine whole = all;
            CommandLine lazy = new CommandLine(
                    new Atmos(Nowhere.terminal()), new Commands(Nowhere.terminal(), new GlobalOptions()));
            TopLevel.add(lazy, path);
            for (String name : path) {
                whole = whole.getSubcommands().get(name);
                lazy = lazy.getSubcommands().get(name);
            }
            assertThat(lazy.getCommandSpec().userObject())
                    .as(path.toString())
                    .hasSameClassAs(whole.getCommandSpec().userObject());
        }
    }

    static List<List<String>> commands() {
        var all = new ArrayList<List<String>>();
        collect(Atmos.commandLine(Nowhere.terminal()), List.of(), all);
        return all;
    }

    private static void collect(CommandLine line, List<String> path, List<List<String>> all) {
        all.add(path);
        line.getSubcommands().forEach((name, sub) -> {
            var longer = new ArrayList<>(path);
            longer.add(name);
            collect(sub, List.copyOf(longer), all);
        });
    }
}
