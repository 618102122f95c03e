package io.atmoshub.assistant.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectPathTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc/passwd",
                "~/.ssh/id_rsa",
                "../secret",
                "stacks/../../secret",
                "stacks/..",
                "..",
                "..\\secret",
                "stacks\\..\\..\\secret",
                "C:/Windows/win.ini",
                "C:\\Windows",
                "//server/share",
                "file.txt::$DATA",
                ".git/config",
                "a/.git/hooks/pre-commit",
                ".GIT/config",
                ".git./config",
                ".git /config",
                "git~1/config",
                ".g\u200Cit/config",
                "\uFF0Egit/config",
                "a\0b",
                "a\nb",
                "a\u202Etxt.md",
                "a\u200Bb",
                "\u2025/secret",
                "\uFF0E\uFF0E/secret",
                "a\uFF0Fb",
                "a\u2215b",
                "a\u2044b",
                "a\uFF3Cb",
                "a\uD800",
                "a//b",
                "",
                ".",
                "./",
                "con",
                "docs/NUL.txt",
                "aux.tf",
                "com1",
                "name.",
                "folder /file",
            })
    void aTrapIsRefused(String path) {
        assertThatThrownBy(() -> ProjectPath.parse(path)).isInstanceOf(FileRefused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                ".tool-versions",
                "stacks/orgs/acme/_defaults.yaml",
                "a/.gitignore",
                "docs/größe – übersicht.md",
                "docs/日本語.md",
                "...three",
                "a@b+c=d.tf",
                "company.tf",
            })
    void anOrdinaryPathIsTakenAsItIs(String path) throws Exception {
        assertThat(ProjectPath.parse(path).value()).isEqualTo(path);
    }

    @Test
    void whatDoesNoHarmIsTakenOff() throws Exception {
        assertThat(ProjectPath.parse(" ./stacks/ ").value()).isEqualTo("stacks");
    }

    @Test
    void decomposedAndComposedSpellingsAreOnePath() throws Exception {
        assertThat(ProjectPath.parse("gro\u0308sse.md")).isEqualTo(ProjectPath.parse("gr\u00f6sse.md"));
    }

    @Test
    void overlongPathsAndNamesAreRefused() {
        assertThatThrownBy(() -> ProjectPath.parse("a/".repeat(600) + "b")).isInstanceOf(FileRefused.class);
        assertThatThrownBy(() -> ProjectPath.parse("ö".repeat(200))).isInstanceOf(FileRefused.class);
    }

    @Test
    void theRefusalShowsInvisibleCharactersAndDoesNotRepeatThem() {
        assertThatThrownBy(() -> ProjectPath.parse("a\u202Eb"))
                .hasMessageContaining("\\u{202e}")
                .hasMessageNotContaining("\u202E");
    }
}
