package io.atmoshub.cli.ai;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.cli.Played;
import io.atmoshub.hub.session.CallId;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.RunId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Asking without a hub.
class LocalAskTest {
    @TempDir
    Path home;

    @TempDir
    Path folder;

    @Test
    void theBuiltInAssistantAnswersAboutThisFolder() throws Exception {
        Files.writeString(folder.resolve("notes.md"), "Remember the milk.\n");
        var played = new Played(home, folder);

        assertThat(played.run("ai", "ask", "show notes.md")).isZero();

        assertThat(played.out()).contains("built-in assistant", "Remember the milk.");
        assertThat(played.err()).contains("atmos hub login");
    }

    @Test
    void whatIsAllowedIsWrittenHere() throws Exception {
        var played = new Played(home, folder).pressing("a");

        assertThat(played.run("ai", "ask", "create notes.md with Remember the milk"))
                .isZero();

        assertThat(Files.readString(folder.resolve("notes.md"))).contains("Remember the milk");
        assertThat(played.err()).contains("Written to this folder: notes.md");
        Path ordinary = Files.writeString(folder.resolve("ordinary.md"), "");
        assertThat(Files.getPosixFilePermissions(folder.resolve("notes.md")))
                .isEqualTo(Files.getPosixFilePermissions(ordinary));
    }

    @Test
    void whatIsDeniedIsNot() {
        var played = new Played(home, folder).pressing("d");

        assertThat(played.run("ai", "ask", "create notes.md with Remember the milk"))
                .isZero();

        assertThat(folder.resolve("notes.md")).doesNotExist();
    }

    @Test
    void withNobodyThereNothingIsWritten() {
        var played = new Played(home, folder);

        assertThat(played.run("ai", "ask", "create notes.md with Remember the milk"))
                .isEqualTo(1);

        assertThat(played.err()).contains("needs your approval");
        assertThat(folder.resolve("notes.md")).doesNotExist();
    }

    @Test
    void anAgentOnlyHasItsTools() {
        var played = new Played(home, folder).pressing("a");

        assertThat(played.run("ai", "ask", "--agent", "security-auditor", "create notes.md with Remember the milk"))
                .isZero();

        assertThat(played.out()).contains("could not write");
        assertThat(folder.resolve("notes.md")).doesNotExist();
        assertThat(played.run("ai", "ask", "--agent", "nobody", "hello")).isEqualTo(1);
        assertThat(played.err()).contains("There is no agent \"nobody\"", "config-validator");
    }

    @Test
    void whatIsToBeRememberedIsWrittenIntoTheMemory() throws Exception {
        var played = new Played(home, folder).pressing("a");

        assertThat(played.run("ai", "ask", "Remember that dev has one NAT gateway"))
                .isZero();

        assertThat(folder.resolve("ATMOS.md"))
                .content()
                .contains("## Project Context", "## Recent Learnings", ": dev has one NAT gateway");
    }

    @Test
    void sessionsNeedAHub() {
        var played = new Played(home, folder);

        assertThat(played.run("ai", "ask", "--session", "last", "hello")).isEqualTo(1);

        assertThat(played.err()).contains("atmos hub login");
    }

    @Test
    void aFileIsNeverWrittenOutsideOrThroughALink() throws Exception {
        Path outside = Files.createDirectory(home.resolve("outside"));
        Files.createSymbolicLink(folder.resolve("link"), outside);
        Files.writeString(folder.resolve("changed.md"), "not what was seen");

        assertThat(refused("../evil.md")).contains("outside");
        assertThat(refused("link/evil.md")).contains("link");
        assertThat(refused("changed.md")).contains("changed");
        assertThat(outside).isEmptyDirectory();
    }

    private String refused(String path) {
        var written = new Happening.FileWritten(RunId.random(), CallId.random(), path, null, "evil");
        try {
            new LocalFile(folder).write(written);
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
        return "";
    }
}
