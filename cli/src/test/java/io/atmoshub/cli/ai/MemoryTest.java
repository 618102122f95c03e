package io.atmoshub.cli.ai;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.cli.Played;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `atmos ai memory`.
class MemoryTest {
    private static final String MEMORY = "# Memory\r\n\r\n## One\r\n\r\na\r\n\r\n## Two\r\n\r\nb";

    @TempDir
    Path home;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void project() throws IOException {
        file = folder.resolve("ATMOS.md");
        Files.writeString(folder.resolve("atmos.yaml"), "base_path: .\n");
    }

    @Test
    void aNewOneIsStartedOnceAndViewed() {
        Played played = new Played(home, folder);

        assertThat(played.run("ai", "memory", "view")).isEqualTo(1);
        assertThat(played.err()).contains("atmos ai memory init");
        assertThat(played.run("ai", "memory", "init")).isZero();
        assertThat(file).content().contains("## Project Context", "## Recent Learnings");
        assertThat(played.run("ai", "memory", "init")).isEqualTo(1);
        assertThat(played.run("ai", "memory", "view")).isZero();
        assertThat(played.out()).isEqualTo(contents());
        assertThat(played.run("ai", "memory", "view", "--json")).isZero();
        assertThat(played.out()).contains("\"key\":\"stack_patterns\"", "\"file\":\"ATMOS.md\"");
        assertThat(played.run("ai", "memory", "view", "--section", "nothing")).isEqualTo(1);
        assertThat(played.err()).contains("project_context");
    }

    @Test
    void aSectionIsWrittenFromStandardInputAndNothingElseChanges() throws Exception {
        Files.writeString(file, MEMORY);

        assertThat(new Played(home, folder).input("new\n").run("ai", "memory", "update", "--section", "one", "--yes"))
                .isZero();

        assertThat(contents()).isEqualTo(MEMORY.replace("\r\na\r\n", "\r\nnew\r\n"));
    }

    @Test
    void nobodyThereToBeAskedIsMisuse() throws Exception {
        Files.writeString(file, MEMORY);
        Played played = new Played(home, folder).input("new");

        assertThat(played.run("ai", "memory", "update", "--section", "one")).isEqualTo(2);
        assertThat(played.run("ai", "memory", "update", "--yes")).isEqualTo(2);
        assertThat(contents()).isEqualTo(MEMORY);
    }

    @Test
    void aLearningHasTodaysDate() throws Exception {
        Files.writeString(file, "# Memory\n");

        assertThat(new Played(home, folder)
                        .input("dev has one zone\n")
                        .run("ai", "memory", "update", "--learning", "--yes"))
                .isZero();

        assertThat(contents())
                .isEqualTo("# Memory\n\n## Recent Learnings\n\n- %s: dev has one zone\n"
                        .formatted(LocalDate.now(ZoneId.systemDefault())));
    }

    @Test
    void theEditorGetsTheSectionAndThePersonSeesTheDifferenceFirst() throws Exception {
        Files.writeString(file, MEMORY);
        String editor = script("grep -q '^a$' \"$1\" && echo edited > \"$1\"");

        Played no = new Played(home, folder).with("EDITOR", editor).pressing("n");
        assertThat(no.run("ai", "memory", "update", "--section", "one")).isEqualTo(1);
        assertThat(no.err()).contains("- a", "+ edited", "Nothing was changed");
        assertThat(contents()).isEqualTo(MEMORY);

        Played yes = new Played(home, folder).with("EDITOR", editor).pressing("y");
        assertThat(yes.run("ai", "memory", "update", "--section", "one")).isZero();
        assertThat(contents()).isEqualTo(MEMORY.replace("\r\na\r\n", "\r\nedited\r\n"));
    }

    @Test
    void anEditMadeMeanwhileElsewhereIsKept() throws Exception {
        Files.writeString(file, MEMORY);
        String editor = script("echo edited > \"$1\"; printf ' by hand' >> '" + file + "'");

        Played played = new Played(home, folder).with("EDITOR", editor).pressing("y");

        assertThat(played.run("ai", "memory", "update", "--section", "one")).isZero();
        assertThat(contents()).isEqualTo(MEMORY.replace("\r\na\r\n", "\r\nedited\r\n") + " by hand");
    }

    @Test
    void anEditMadeMeanwhileInTheSamePlaceIsShownAndNothingIsWritten() throws Exception {
        Files.writeString(file, MEMORY);
        String edited = MEMORY.replace("\r\na\r\n", "\r\nby hand\r\n");
        String editor = script(
                "echo proposed > \"$1\"; cp '" + Files.writeString(home.resolve("other"), edited) + "' '" + file + "'");

        Played played = new Played(home, folder).with("EDITOR", editor).pressing("y");

        assertThat(played.run("ai", "memory", "update", "--section", "one")).isEqualTo(1);
        assertThat(played.err()).contains("+by hand", "+proposed", "nothing was written");
        assertThat(contents()).isEqualTo(edited);
    }

    @Test
    void theWholeFileOpensInTheEditor() throws Exception {
        Played played = new Played(home, folder).with("EDITOR", script("echo more >> \"$1\""));

        assertThat(played.run("ai", "memory", "edit")).isZero();

        assertThat(contents()).startsWith("# Atmos Project Memory").endsWith("more\n");
        assertThat(new Played(home, folder).with("EDITOR", script("exit 3")).run("ai", "memory", "edit"))
                .isEqualTo(3);
    }

    @Test
    void anotherFileIsTakenFromTheSettingsButNeverOneOutside() throws Exception {
        Files.writeString(folder.resolve("atmos.yaml"), "settings: {ai: {memory: {file_path: docs/M.md}}}\n");
        assertThat(new Played(home, folder).run("ai", "memory", "init")).isZero();
        assertThat(folder.resolve("docs/M.md")).exists();

        Files.writeString(folder.resolve("atmos.yaml"), "settings: {ai: {memory: {file_path: ../M.md}}}\n");
        Played outside = new Played(home, folder);
        assertThat(outside.run("ai", "memory", "view")).isEqualTo(1);
        assertThat(outside.err()).contains("atmos.yaml:1:", "can't leave the project's folder");

        Files.writeString(folder.resolve("atmos.yaml"), "base_path: .\n");
        Files.createSymbolicLink(file, Files.writeString(home.resolve("secret.md"), "secret"));
        Played link = new Played(home, folder).input("x");
        assertThat(link.run("ai", "memory", "view")).isEqualTo(1);
        assertThat(link.run("ai", "memory", "update", "--section", "one", "--yes"))
                .isEqualTo(1);
        assertThat(home.resolve("secret.md")).hasContent("secret");
    }

    private String script(String lines) throws IOException {
        Path script = Files.writeString(home.resolve("editor"), "#!/bin/sh\n" + lines + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return script.toString();
    }

    private String contents() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
