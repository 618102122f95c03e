package io.atmoshub.assistant.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class SessionCopyTest {
    @TempDir
    Path outer;

    private Path root;

    @BeforeEach
    void aProjectBesideSecrets() throws Exception {
        root = Files.createDirectories(outer.resolve("project"));
        Files.writeString(outer.resolve("secret.txt"), "secret");
        Files.createDirectories(outer.resolve("elsewhere"));
        Files.writeString(outer.resolve("elsewhere/secret.txt"), "secret");
        write("a.txt", "in the folder");
    }

    @Test
    void whatTheSessionWroteLiesOverTheFolder() throws Exception {
        SessionCopy copy = copy(Map.of("a.txt", "in the session", "new/b.txt", "new"));

        assertThat(copy.read(path("a.txt"))).contains("in the session");
        assertThat(copy.read(path("new/b.txt"))).contains("new");
        assertThat(copy.read(path("c.txt"))).isEmpty();
        assertThat(copy.files().paths()).extracting(ProjectPath::value).containsExactly("a.txt", "new/b.txt");
        assertThat(copy.isFolder(path("new"))).isTrue();
        assertThat(root.resolve("a.txt")).hasContent("in the folder");
    }

    @Test
    void aLinkOutOfTheProjectIsNotFollowed() throws Exception {
        Files.createSymbolicLink(root.resolve("file-link"), outer.resolve("secret.txt"));
        Files.createSymbolicLink(root.resolve("folder-link"), outer.resolve("elsewhere"));
        Files.createSymbolicLink(root.resolve("up"), Path.of(".."));

        for (String trap : new String[] {"file-link", "folder-link/secret.txt", "up/secret.txt"}) {
            assertThatThrownBy(() -> copy().read(path(trap)))
                    .as(trap)
                    .isInstanceOf(FileRefused.class)
                    .hasMessageNotContaining(outer.toString());
            assertThatThrownBy(() -> copy().checkWritable(path(trap))).isInstanceOf(FileRefused.class);
        }
        assertThat(copy().files().paths()).extracting(ProjectPath::value).containsExactly("a.txt");
    }

    @Test
    void aLinkInsideTheProjectIsReadButOpensNothingThatIsClosed() throws Exception {
        write(".git/config", "token");
        write(".atmosignore", "private/\n");
        write("private/phones.md", "555");
        Files.createSymbolicLink(root.resolve("alias.txt"), Path.of("a.txt"));
        Files.createSymbolicLink(root.resolve("hidden-git"), Path.of(".git"));
        Files.createSymbolicLink(root.resolve("phones.md"), Path.of("private/phones.md"));

        assertThat(copy().read(path("alias.txt"))).contains("in the folder");
        assertThatThrownBy(() -> copy().read(path("hidden-git/config"))).isInstanceOf(FileRefused.class);
        assertThatThrownBy(() -> copy().read(path("phones.md"))).isInstanceOf(FileRefused.class);
        assertThatThrownBy(() -> copy().read(path("private/phones.md"))).isInstanceOf(FileRefused.class);
        assertThatThrownBy(() -> copy().checkWritable(path("private/new.md"))).isInstanceOf(FileRefused.class);
    }

    @Test
    void aDanglingLinkAndALoopAreNoFiles() throws Exception {
        Files.createSymbolicLink(root.resolve("dangling"), Path.of("nowhere"));
        Files.createSymbolicLink(root.resolve("loop"), Path.of("loop"));

        assertThat(copy().read(path("dangling"))).isEmpty();
        assertThatThrownBy(() -> copy().read(path("loop"))).isInstanceOf(FileRefused.class);
        assertThatThrownBy(() -> copy().checkWritable(path("dangling"))).isInstanceOf(FileRefused.class);
    }

    @Test
    void aPipeIsNotOpened() throws Exception {
        Process mkfifo = new ProcessBuilder("mkfifo", root.resolve("pipe").toString()).start();
        assumeTrue(mkfifo.waitFor(5, TimeUnit.SECONDS) && mkfifo.exitValue() == 0);

        assertThatThrownBy(() -> copy().read(path("pipe"))).isInstanceOf(FileRefused.class);
        assertThatThrownBy(() -> copy().checkWritable(path("pipe"))).isInstanceOf(FileRefused.class);
        assertThat(copy().files().paths()).extracting(ProjectPath::value).containsExactly("a.txt");
    }

    @Test
    void hugeAndBinaryFilesAreRefusedAndAFileIsNoFolder() throws Exception {
        try (RandomAccessFile huge = new RandomAccessFile(root.resolve("huge").toFile(), "rw")) {
            huge.setLength(50L * 1024 * 1024 * 1024);
        }
        Files.write(root.resolve("binary"), new byte[] {'a', 0, 'b'});
        Files.write(root.resolve("latin1"), "größe".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> copy().read(path("huge"))).hasMessageContaining("at most");
        assertThatThrownBy(() -> copy().read(path("binary"))).hasMessageContaining("not a text file");
        assertThatThrownBy(() -> copy().read(path("latin1"))).hasMessageContaining("not a text file");
        assertThat(copy().read(path("a.txt/b"))).isEmpty();
        assertThatThrownBy(() -> copy().checkWritable(path("a.txt/b"))).isInstanceOf(FileRefused.class);
        assertThatThrownBy(() -> copy(Map.of("n/b.txt", "x")).checkWritable(path("n")))
                .isInstanceOf(FileRefused.class);
    }

    @Test
    void ignoredFilesAreNotListed() throws Exception {
        write(".gitignore", "*.log\n/build/\n!keep.log\n# comment\n");
        write("sub/.gitignore", "local.txt\n");
        write("x.log", "");
        write("keep.log", "");
        write("build/out.txt", "");
        write("sub/build/out.txt", "");
        write("sub/local.txt", "");
        write("local.txt", "");
        write(".git/HEAD", "");

        assertThat(copy().files().paths())
                .extracting(ProjectPath::value)
                .containsExactly(".gitignore", "a.txt", "keep.log", "local.txt", "sub/.gitignore", "sub/build/out.txt");
    }

    @Test
    void anIgnoreFileThatCannotBeReadClosesEverything() throws Exception {
        Files.createSymbolicLink(root.resolve(".atmosignore"), outer.resolve("secret.txt"));

        assertThatThrownBy(() -> copy().read(path("a.txt"))).isInstanceOf(FileRefused.class);
    }

    @Test
    void aNameThatIsDecomposedOnDiskIsFound() throws Exception {
        write("gro\u0308sse.md", "found");

        assertThat(copy().read(path("gr\u00f6sse.md"))).contains("found");
    }

    private SessionCopy copy() {
        return copy(Map.of());
    }

    private SessionCopy copy(Map<String, String> written) {
        return new SessionCopy(new ProjectFolder(root), written);
    }

    private static ProjectPath path(String path) throws FileRefused {
        return ProjectPath.parse(path);
    }

    private void write(String path, String content) throws Exception {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
