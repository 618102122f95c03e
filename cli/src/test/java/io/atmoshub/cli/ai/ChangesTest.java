package io.atmoshub.cli.ai;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.cli.WithHub;
import io.atmoshub.hub.HubJson;
import io.atmoshub.hub.change.ChangeSet;
import io.atmoshub.hub.token.Scope;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the assistant wrote, looked at and taken over from the terminal.
class ChangesTest extends WithHub {
    @TempDir
    Path project;

    @BeforeEach
    void theAssistantWroteTwoFiles() {
        hub.withProject("notes", project.toString());
        hub.assistant().when(text -> text.equals("two files"), stage -> {
            stage.askToWrite("docs/a.md", null, "first\n");
            stage.askToWrite("b.md", null, "second\n");
            stage.say("Done.");
        });
        logIn("ana", Scope.READ, Scope.CHAT);
        assertThat(play().pressing("aa").run("ai", "ask", "--project", "notes", "two files"))
                .isZero();
    }

    @Test
    void theyAreShownAsTheyWouldChangeTheProject() {
        var played = play();

        assertThat(played.run("ai", "changes", "show", "last")).isZero();

        assertThat(played.out()).contains("New file b.md", "+ second", "New file docs/a.md", "waits in the session");
        assertThat(project.resolve("b.md")).doesNotExist();
    }

    @Test
    void jsonIsTheWholeSet() {
        var played = play();

        assertThat(played.run("ai", "changes", "show", "last", "--json")).isZero();

        assertThat(HubJson.read(played.out(), ChangeSet.class).files())
                .extracting(file -> file.path())
                .containsExactly("b.md", "docs/a.md");
    }

    @Test
    void afterAYesAllAreApplied() {
        var played = play().pressing("y");

        assertThat(played.run("ai", "changes", "apply", "last")).isZero();

        assertThat(played.err())
                .contains("+ first", "Apply 2 files to the project?", "Applied 2 files to the project.");
        assertThat(project.resolve("docs/a.md")).hasContent("first");
        assertThat(project.resolve("b.md")).hasContent("second");
    }

    @Test
    void afterANoNothingHappens() {
        assertThat(play().pressing("n").run("ai", "changes", "apply", "last")).isEqualTo(1);
        assertThat(play().pressing("n").run("ai", "changes", "discard", "last")).isEqualTo(1);

        assertThat(project.resolve("b.md")).doesNotExist();
    }

    @Test
    void oneFileIsTakenAndTheOtherThrownAway() {
        assertThat(play().run("ai", "changes", "apply", "last", "b.md", "--yes"))
                .isZero();
        assertThat(play().run("ai", "changes", "discard", "last", "docs/a.md", "--yes"))
                .isZero();

        assertThat(project.resolve("b.md")).exists();
        assertThat(project.resolve("docs/a.md")).doesNotExist();
        var played = play();
        assertThat(played.run("ai", "changes", "show", "last")).isZero();
        assertThat(played.err()).contains("changed nothing that the project does not have");
    }

    @Test
    void withoutAQuestionItTakesAYes() {
        var played = play();

        assertThat(played.run("ai", "changes", "apply", "last")).isEqualTo(1);

        assertThat(played.err()).contains("Add --yes");
    }

    @Test
    void aFileThatItDidNotChangeIsNamed() {
        var played = play();

        assertThat(played.run("ai", "changes", "apply", "last", "c.md", "--yes"))
                .isEqualTo(1);

        assertThat(played.err()).contains("did not change c.md", "atmos ai changes show last");
    }

    @Test
    void somebodyElsesFileIsLeftAlone() throws Exception {
        Files.writeString(project.resolve("b.md"), "by hand\n");

        assertThat(play().run("ai", "changes", "apply", "last", "--yes")).isZero();

        assertThat(project.resolve("docs/a.md")).exists();
        assertThat(project.resolve("b.md")).hasContent("by hand");
        var played = play();
        assertThat(played.run("ai", "changes", "apply", "last", "b.md", "--yes"))
                .isEqualTo(1);
    }

    @Test
    void aCommitIsTheResult() throws Exception {
        Files.createDirectory(project.resolve(".git"));
        var played = play();

        assertThat(played.run("ai", "changes", "commit", "last", "-b", "change/notes", "-m", "Notes", "--yes"))
                .isZero();

        assertThat(played.out()).matches("[0-9a-f]{40}\n");
        assertThat(played.err()).contains("Committed 2 files to change/notes.");
        var shown = play();
        shown.run("ai", "changes", "show", "last");
        assertThat(shown.out()).contains("committed to change/notes as");
    }

    @Test
    void aBranchNeedsAPlainName() throws Exception {
        Files.createDirectory(project.resolve(".git"));
        var played = play();

        assertThat(played.run("ai", "changes", "commit", "last", "-b", "-f", "-m", "x", "--yes"))
                .isNotZero();
        assertThat(play().run("ai", "changes", "commit", "last", "-b", "a..b", "-m", "x", "--yes"))
                .isEqualTo(1);
    }
}
