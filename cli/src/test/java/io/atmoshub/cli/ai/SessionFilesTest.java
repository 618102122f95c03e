package io.atmoshub.cli.ai;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.cli.WithHub;
import io.atmoshub.hub.HubJson;
import io.atmoshub.hub.conversation.SessionExport;
import io.atmoshub.hub.token.Scope;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sessions as files, from the terminal.
class SessionFilesTest extends WithHub {
    @TempDir
    Path project;

    @BeforeEach
    void somebodyAsked() {
        hub.withProject("notes", project.toString());
        logIn("ana", Scope.READ, Scope.CHAT);
        assertThat(play().run("ai", "ask", "--project", "notes", "what is this?"))
                .isZero();
    }

    @Test
    void aSessionIsWrittenAsMarkdown() {
        var played = play();

        assertThat(played.run("ai", "sessions", "export", "last")).isZero();

        assertThat(played.out()).startsWith("# what is this?\n").contains("## Ana Lima, ", "> what is this?");
    }

    @Test
    void whatWasExportedIsImportedAndAskedOn() throws Exception {
        var exported = play();
        assertThat(exported.run("ai", "sessions", "export", "last", "--json")).isZero();
        assertThat(HubJson.read(exported.out(), SessionExport.class).events()).isNotEmpty();
        Path file = Files.writeString(project.resolve("zones.json"), exported.out());

        var imported = play();
        assertThat(imported.run("ai", "sessions", "import", "--project", "notes", file.toString()))
                .isZero();
        String id = imported.out().strip();

        assertThat(imported.err()).contains("Imported \"what is this?\".");
        var shown = play();
        assertThat(shown.run("ai", "sessions", "show", id)).isZero();
        assertThat(shown.out()).contains("what is this?", "Up to here it was read from a file");
        assertThat(play().run("ai", "ask", "--session", id, "and now?")).isZero();
    }

    @Test
    void aFileThatIsNoSessionIsRefusedAndSaysWhatToDo() throws Exception {
        Path other = Files.writeString(project.resolve("other.json"), "{\"format\":\"x\",\"version\":1}");
        var played = play();

        assertThat(played.run("ai", "sessions", "import", "--project", "notes", other.toString()))
                .isEqualTo(1);
        assertThat(played.err()).contains("atmos ai sessions export");
        assertThat(play().run("ai", "sessions", "import", "--project", "notes", "nowhere.json"))
                .isEqualTo(1);
        Files.writeString(other, "no json");
        assertThat(play().run("ai", "sessions", "import", "--project", "notes", other.toString()))
                .isEqualTo(1);
    }

    @Test
    void aSessionIsRenamed() {
        assertThat(play().run("ai", "sessions", "rename", "last", "Three", "zones"))
                .isZero();

        var listed = play();
        listed.run("ai", "sessions", "list");
        assertThat(listed.out()).contains("Three zones");
    }
}
