package io.atmoshub.cli.toolchain;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.cli.Played;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Both ways into a command lead to the same.
class ShortcutTest {
    @TempDir
    Path home;

    @TempDir
    Path folder;

    @BeforeEach
    void anInstalledTool() throws Exception {
        Path tool = folder.resolve(".tools/acme/tool/1.0.0/tool");
        Files.createDirectories(tool.getParent());
        Files.writeString(tool, "#!/bin/sh\n");
        assertThat(tool.toFile().setExecutable(true)).isTrue();
        Files.writeString(folder.resolve(".tool-versions"), "acme/tool 1.0.0\n");
        Files.writeString(folder.resolve("atmos.yaml"), """
                toolchain:
                  aliases: {t: acme/tool}
                  proxies: {tt: {tool: t, args: [one, "two words"]}}
                  registries: [{name: ours, type: inline, tools: {}}]
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "toolchain which t",
                "toolchain which acme/tool@1.0.0",
                "toolchain which acme/tool@2",
                "toolchain which nobody-knows-me",
                "toolchain install",
                "toolchain install t acme/tool@1.0.0",
                "toolchain resolve terraform@1.10.3 opentofu@1.10.0",
                "toolchain exec t x -y"
            })
    void plainWordsAreAnsweredAsWithAnOptionBeforeThem(String words) {
        var quick = played();
        var usual = played();
        List<String> plain = List.of(words.split(" "));
        var longer = new ArrayList<>(List.of("--logs-level", "Info"));
        longer.addAll(plain);
        assertThat(Shortcut.fits(plain.toArray(String[]::new))).isTrue();
        assertThat(Shortcut.fits(longer.toArray(String[]::new))).isFalse();

        int code = quick.run(plain.toArray(String[]::new));

        assertThat(usual.run(longer.toArray(String[]::new))).isEqualTo(code);
        assertThat(quick.out()).isEqualTo(usual.out());
        assertThat(quick.err()).isEqualTo(usual.err());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "toolchain",
                "toolchain which",
                "toolchain which --help",
                "toolchain which t --json",
                "toolchain which t u",
                "toolchain exec",
                "toolchain exec --help",
                "toolchain exec @words",
                "toolchain install --frozen",
                "toolchain resolve",
                "toolchain resolve t --os darwin",
                "toolchain list",
                "version"
            })
    void whatIsNotPlainGoesTheUsualWay(String words) {
        assertThat(Shortcut.fits(words.split(" "))).isFalse();
    }

    @Test
    void theShellIsToldWhichProgramToBecomeAndHowManyWordsAreItsOwn() throws Exception {
        Path answer = folder.resolve("answer");

        assertThat(played().with("ATMOS_EXEC_ANSWER", answer.toString())
                        .run("toolchain", "exec", "t", "--", "-x", "two words"))
                .isZero();

        assertThat(answer).hasContent("2\n" + folder.resolve(".tools/acme/tool/1.0.0/tool") + "\n");
        Path nothing = folder.resolve("nothing");
        for (String notThere : List.of("acme/tool@2", "tt")) {
            assertThat(played().with("ATMOS_EXEC_ANSWER", nothing.toString()).run("toolchain", "exec", notThere))
                    .isEqualTo(3);
        }
        assertThat(nothing).doesNotExist();
    }

    /// `exec` answers as to the shell, so that this process does not become the tool.
    private Played played() {
        return new Played(home, folder)
                .with("PATH", "/nowhere")
                .with("ATMOS_EXEC_ANSWER", folder.resolve("told").toString());
    }
}
