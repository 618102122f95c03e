package io.atmoshub.assistant.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderWritesTest {
    @TempDir
    Path base;

    private Path root;
    private ProjectFolder folder;

    @BeforeEach
    void aProject() throws IOException {
        root = Files.createDirectory(base.toRealPath().resolve("project"));
        Files.writeString(root.resolve("old.md"), "old\n");
        folder = new ProjectFolder(root);
    }

    @Test
    void newAndOldFilesGetTheirContentAndNothingIsLeftBehind() throws Exception {
        FolderWrites.write(folder, contents("old.md", "new\n", "a/b/c.md", "c\n"));

        assertThat(root.resolve("old.md")).hasContent("new");
        assertThat(root.resolve("a/b/c.md")).hasContent("c");
        assertThat(names()).containsExactlyInAnyOrder("old.md", "a", "a/b", "a/b/c.md");
    }

    @Test
    void whoMayRunAFileMayStillRunIt() throws Exception {
        Files.setPosixFilePermissions(root.resolve("old.md"), PosixFilePermissions.fromString("rwxr-x---"));

        FolderWrites.write(folder, contents("old.md", "new\n", "new.md", "x"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve("old.md"))))
                .isEqualTo("rwxr-x---");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve("new.md"))))
                .isEqualTo("rw-r--r--");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../out.md", "/out.md", ".git/config", "link/out.md", "old.md/below.md", "a/../../out.md"})
    void aPathThatLeadsElsewhereIsRefusedAndNothingIsWritten(String path) throws Exception {
        Files.createSymbolicLink(root.resolve("link"), base);

        assertThatThrownBy(() -> FolderWrites.write(folder, contents("first.md", "1\n", path, "2\n")))
                .isInstanceOf(FileRefused.class);

        assertThat(base.resolve("out.md")).doesNotExist();
        assertThat(names()).containsExactlyInAnyOrder("old.md", "link");
    }

    @Test
    void whenOneCanNotTakeItsPlaceTheOthersAreTakenBack() throws Exception {
        Files.createDirectories(root.resolve("full/inside"));

        assertThatThrownBy(() -> FolderWrites.write(folder, contents("old.md", "new\n", "full", "2\n")))
                .isInstanceOf(FileRefused.class);

        assertThat(root.resolve("old.md")).hasContent("old");
    }

    @Test
    void theCurrentTextIsReadWhetherOpenOrClosed() throws Exception {
        Files.writeString(root.resolve(".atmosignore"), "old.md\n");

        assertThat(FolderWrites.current(folder, "old.md")).contains("old\n");
        assertThat(FolderWrites.current(folder, "none.md")).isEmpty();
    }

    private static Map<String, String> contents(String... pairs) {
        Map<String, String> contents = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            contents.put(pairs[i], pairs[i + 1]);
        }
        return contents;
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(path -> !path.equals(root))
                    .map(path -> root.relativize(path).toString())
                    .toList();
        }
    }
}
