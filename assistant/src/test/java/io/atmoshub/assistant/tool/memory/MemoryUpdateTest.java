package io.atmoshub.assistant.tool.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atmoshub.assistant.file.ProjectFolder;
import io.atmoshub.assistant.file.SessionCopy;
import io.atmoshub.assistant.memory.MemorySettings;
import io.atmoshub.assistant.tool.Arguments;
import io.atmoshub.assistant.tool.ToolContext;
import io.atmoshub.assistant.tool.ToolFailure;
import io.atmoshub.assistant.tool.ToolResult;
import io.atmoshub.hub.session.FileChange;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryUpdateTest {
    private static final String MEMORY = "# Memory\n\n## One\n\na\n\n## Two\n\nb\n";

    @TempDir
    Path root;

    private final MemoryUpdate tool =
            new MemoryUpdate(MemorySettings.USUAL, Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC));

    @BeforeEach
    void memory() throws Exception {
        Files.writeString(root.resolve("ATMOS.md"), MEMORY);
    }

    @Test
    void aProposalIsShownAsAChangeAndWrittenIntoTheSessionsCopy() throws Exception {
        FileChange change = shown("replace", "one", "new");

        assertThat(change).isEqualTo(new FileChange("ATMOS.md", MEMORY, MEMORY.replace("\na\n", "\nnew\n")));
        ToolResult result = run("replace", "one", "new", change);
        assertThat(result.written())
                .isEqualTo(new ToolResult.Written("ATMOS.md", FileChange.hash(MEMORY), change.after()));
        assertThat(root.resolve("ATMOS.md")).hasContent(MEMORY);
    }

    @Test
    void anEditMadeSinceItWasShownIsKept() throws Exception {
        FileChange change = shown("replace", "one", "new");
        String edited = MEMORY.replace("b\n", "b, by hand\n");
        Files.writeString(root.resolve("ATMOS.md"), edited);

        ToolResult result = run("replace", "one", "new", change);

        assertThat(result.written())
                .isEqualTo(new ToolResult.Written(
                        "ATMOS.md", FileChange.hash(edited), edited.replace("\na\n", "\nnew\n")));
    }

    @Test
    void anEditOfTheSamePlaceIsToldAndNothingIsWritten() throws Exception {
        FileChange change = shown("replace", "one", "new");
        Files.writeString(root.resolve("ATMOS.md"), MEMORY.replace("\na\n", "\nby hand\n"));

        assertThatThrownBy(() -> run("replace", "one", "new", change))
                .isInstanceOf(ToolFailure.class)
                .hasMessageContaining("+by hand")
                .hasMessageContaining("+new");
    }

    @Test
    void aLearningIsDatedAndAMissingMemoryIsStarted() throws Exception {
        Files.delete(root.resolve("ATMOS.md"));

        FileChange change = tool.change(arguments(Map.of("mode", "learning", "text", "dev has one zone")), files())
                .orElseThrow();

        assertThat(change.before()).isNull();
        assertThat(change.after()).contains("## Project Context").endsWith("- 2026-11-21: dev has one zone\n");
    }

    @Test
    void whatMakesNoSenseIsSaidBeforeAnybodyIsAsked() {
        refused("replace", "one", "password: \"hunter2hunter2\"", "secrets are never remembered");
        refused("replace", "one", "a", "says this already");
        refused("replace", "one", "## Two", "sections begin or end");
        refused("swap", "one", "x", "append, replace and learning");
        refused("append", " ", "x", "Name the section: one, two");
        refused("append", "one", " ", "1 to 20,000 characters");
    }

    @Test
    void aLinkIsNotFollowed() throws Exception {
        Files.delete(root.resolve("ATMOS.md"));
        Files.createSymbolicLink(root.resolve("ATMOS.md"), Files.writeString(root.resolve("other.md"), "x"));

        refused("append", "one", "x", "not a plain file");
    }

    private void refused(String mode, String section, String text, String why) {
        assertThatThrownBy(() -> shown(mode, section, text))
                .isInstanceOf(ToolFailure.class)
                .hasMessageContaining(why);
    }

    private FileChange shown(String mode, String section, String text) throws ToolFailure {
        return tool.change(arguments(Map.of("mode", mode, "section", section, "text", text)), files())
                .orElseThrow();
    }

    private ToolResult run(String mode, String section, String text, FileChange approved) throws ToolFailure {
        return tool.run(
                arguments(Map.of("mode", mode, "section", section, "text", text)), new ToolContext(files(), approved));
    }

    private Arguments arguments(Map<String, String> given) throws ToolFailure {
        return Arguments.of(tool.spec(), new HashMap<>(given));
    }

    private SessionCopy files() {
        return new SessionCopy(new ProjectFolder(root), Map.of());
    }
}
