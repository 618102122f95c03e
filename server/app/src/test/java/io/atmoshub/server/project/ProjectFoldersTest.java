package io.atmoshub.server.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which folders may be projects, and what is said about those that may not.
class ProjectFoldersTest {
    @TempDir
    Path folder;

    private Path root;
    private Path secret;
    private ProjectRoots roots;

    @BeforeEach
    void aRoot() throws IOException {
        root = Files.createDirectories(folder.toRealPath().resolve("projects"));
        secret = Files.createDirectories(folder.toRealPath().resolve("secret"));
        roots = new ProjectRoots(List.of(root));
    }

    @Test
    void aFolderUnderARootIsOne() throws IOException {
        Path blue = Files.createDirectories(root.resolve("team/blue"));

        assertThat(roots.check(blue + "/./../blue/")).isEqualTo(blue);
        assertThat(roots.check(root.toString())).isEqualTo(root);
    }

    @Test
    void aLinkInsideCountsByWhereItLeads() throws IOException {
        Path blue = Files.createDirectories(root.resolve("blue"));
        Path within = Files.createSymbolicLink(root.resolve("alias"), blue);
        Path out = Files.createSymbolicLink(root.resolve("out"), secret);
        Path through = Files.createDirectories(secret.resolve("deep"));

        assertThat(roots.check(within.toString())).isEqualTo(blue);
        assertThat(refusal(out.toString())).contains("not in a place");
        assertThat(refusal(out.resolve(through.getFileName()).toString())).contains("not in a place");
    }

    @Test
    void aRootMayBeALink() throws IOException {
        Path blue = Files.createDirectories(root.resolve("blue"));
        Path alias = Files.createSymbolicLink(folder.toRealPath().resolve("alias"), root);

        assertThat(new ProjectRoots(List.of(alias)).check(alias.resolve("blue").toString()))
                .isEqualTo(blue);
    }

    @Test
    void dotsDoNotLeadOut() {
        assertThat(refusal(root + "/../secret")).contains("not in a place");
        assertThat(refusal(root + "/blue/../../secret")).contains("not in a place");
    }

    @Test
    void aNameThatOnlyBeginsLikeARootIsNotUnderIt() throws IOException {
        Path sibling = Files.createDirectories(folder.toRealPath().resolve("projects-of-others"));

        assertThat(refusal(sibling.toString())).contains("not in a place");
    }

    @Test
    void outsideMissingAndForbiddenReadTheSame() {
        String there = refusal(secret.toString()).replace(secret.toString(), "X");
        String missing = refusal(secret + "-nowhere").replace(secret + "-nowhere", "X");

        assertThat(missing).isEqualTo(there);
    }

    @Test
    void whatIsMissingInsideIsSaid() throws IOException {
        Path file = Files.writeString(root.resolve("file"), "text");

        assertThat(refusal(root + "/nowhere")).contains("There is no folder");
        assertThat(refusal(file.toString())).contains("is a file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "blue", "./blue", "~/blue", "/", "//", "\0", "/proc", "file:///etc"})
    void oddPathsAreRefused(String path) {
        assertThat(refusal(path)).isNotBlank();
    }

    @Test
    void theWholeFileSystemIsNoRoot() {
        var all = new ProjectRoots(List.of(Path.of("/")));

        assertThrows(HubException.class, () -> all.check("/"));
        assertThrows(HubException.class, () -> all.check(secret.toString()));
    }

    private String refusal(String path) {
        var refusal = assertThrows(HubException.class, () -> roots.check(path));
        assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_INPUT);
        return refusal.what();
    }
}
