package io.atmoshub.cli.completion;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.cli.Played;
import io.atmoshub.cli.door.Scripts;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A Tab in zsh and fish as they are: the answers come from a command that plays `atmos`.
class ShellsTest {
    /// In a terminal of its own, as zsh completes nowhere else: types a line with a Tab, and shows what became of it.
    private static final String ZSH = """
            zmodload zsh/zpty
            zpty shell zsh -f -i
            zpty -w shell "PS1=; cd ${(q)1}; autoload -Uz compinit; compinit -u -D; source ${(q)2}; echo REA''DY"
            zpty -r shell shown '*READY*'
            zpty -n -w shell "$3"$'\\t\\n'
            zpty -r shell shown $'*RAN *\\n*'
            print -r -- "$shown"
            """;

    @TempDir
    Path home;

    @BeforeEach
    void aCommandThatPlaysAtmos() throws Exception {
        Scripts.script(home.resolve("bin/atmos"), """
                if [ "$1" != __complete ]; then echo "RAN $*"; exit; fi
                case "$*" in
                  *"install terraf") printf 'terraform\\tRuns: it\\n:4\\n' ;;
                  *"install terr") printf 'terraform\\tRuns it\\nterragrunt\\n:4\\n' ;;
                  *"add terraform@1") printf 'terraform@1.2.0\\n:4\\n' ;;
                  *"--format=j") printf -- '--format=json\\n:4\\n' ;;
                  *"-s a:b") printf -- 'a:b:c\\n:4\\n' ;;
                  *) echo :0 ;;
                esac
                """);
    }

    @Test
    void aTabInZshCompletesTheWord() throws Exception {
        Path script = script("zsh");

        for (String[] each : new String[][] {
            {"toolchain install terraf", "toolchain install terraform"},
            {"toolchain add terraform@1", "toolchain add terraform@1.2.0"},
            {"toolchain list --format=j", "toolchain list --format=json"},
            {"x -s a:b", "x -s a:b:c"},
            {"x scri", "x script"},
        }) {
            String shown = run("zsh", "-f", "-c", ZSH, "zsh", home.toString(), script.toString(), "atmos " + each[0]);
            assertThat(shown).containsPattern("RAN " + each[1] + "\\R");
        }
    }

    @Test
    void aTabInFishOffersWhatFits() throws Exception {
        Path script = script("fish");

        assertThat(fish(script, "toolchain install terr")).containsExactly("terraform\tRuns it", "terragrunt");
        assertThat(fish(script, "toolchain install terraf")).containsExactly("terraform\tRuns: it");
        assertThat(fish(script, "toolchain add terraform@1")).containsExactly("terraform@1.2.0");
        assertThat(fish(script, "toolchain list --format=j")).containsExactly("--format=json");
        assertThat(fish(script, "x scri")).containsExactly("script");
    }

    private List<String> fish(Path script, String line) throws Exception {
        return run(
                        "fish",
                        "--no-config",
                        "-c",
                        "source $argv[1]; complete -C $argv[2]",
                        script.toString(),
                        "atmos " + line)
                .lines()
                .toList();
    }

    private Path script(String shell) throws Exception {
        boolean there = List.of("/bin", "/usr/bin", "/usr/local/bin", "/opt/homebrew/bin").stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, shell)));
        if (!there) {
            System.err.println("COMPLETION IN " + shell + " SKIPPED: it is not on this machine.");
        }
        Assumptions.assumeTrue(there, shell);
        var played = new Played(home, home);
        assertThat(played.run("completion", shell)).isZero();
        return Files.writeString(home.resolve("script"), played.out());
    }

    private String run(String... command) throws Exception {
        Path shown = home.resolve("shown");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(shown.toFile());
        builder.environment().clear();
        builder.environment().put("HOME", home.toString());
        builder.environment().put("TERM", "dumb");
        builder.environment().put("PATH", home.resolve("bin") + ":/usr/bin:/bin:/usr/local/bin:/opt/homebrew/bin");
        Process process = builder.start();
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        process.destroyForcibly();
        String text = Files.readString(shown, StandardCharsets.UTF_8);
        assertThat(ended).as(text).isTrue();
        return text;
    }
}
