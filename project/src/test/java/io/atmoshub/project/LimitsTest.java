package io.atmoshub.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What may be reached on a laptop and in a server.
class LimitsTest {
    @TempDir
    Path temp;

    private Folder project;
    private Limits server;

    @BeforeEach
    void aProjectBesideASecret() {
        project = new Folder(temp).folder("project").with("inside.yaml", "a: 1\n");
        new Folder(temp).with("secret.yaml", "b: 2\n").with("project-two/other.yaml", "c: 3\n");
        server = Limits.server(project.path(), Set.of("schemas.example.org"));
    }

    @Test
    void aLaptopReadsEverythingTheEnvironmentAndEveryHost() throws Exception {
        Limits laptop = Limits.laptop(Map.of("STAGE", "dev"));

        assertThat(laptop.text(temp.resolve("secret.yaml"))).isEqualTo("b: 2\n");
        assertThat(laptop.variable("STAGE")).contains("dev");
        assertThat(laptop.maySee("UNSET")).isTrue();
        assertThat(laptop.mayReach("example.org")).isTrue();
        assertThat(laptop.processes()).isTrue();
    }

    @Test
    void aServerReadsTheProjectAndReachesListedHostsOnly() throws Exception {
        assertThat(server.text(project.path().resolve("inside.yaml"))).isEqualTo("a: 1\n");
        assertThat(server.mayReach("Schemas.example.org")).isTrue();
        assertThat(server.mayReach("example.org")).isFalse();
        assertThat(server.maySee("HOME")).isFalse();
        assertThat(server.processes()).isFalse();
    }

    @Test
    void whatIsOutsideIsRefusedWhetherItExistsOrNot() {
        for (String path :
                List.of("../secret.yaml", "../nothing.yaml", "../project-two/other.yaml", "x/../../secret.yaml")) {
            assertThatThrownBy(() -> server.text(project.path().resolve(path)))
                    .as(path)
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("outside of what may be read");
        }
    }

    @Test
    void linksAreFollowedBeforeTheyAreJudged() throws Exception {
        Files.createSymbolicLink(project.path().resolve("out.yaml"), temp.resolve("secret.yaml"));
        Files.createSymbolicLink(project.path().resolve("folder-out"), temp.resolve("project-two"));
        Files.createSymbolicLink(project.path().resolve("nowhere.yaml"), temp.resolve("nothing"));
        Files.createSymbolicLink(project.path().resolve("round"), project.path().resolve("round"));
        Files.createSymbolicLink(
                project.path().resolve("in.yaml"), project.path().resolve("inside.yaml"));

        for (String path :
                List.of("out.yaml", "folder-out/other.yaml", "folder-out/nothing", "nowhere.yaml", "round")) {
            assertThatThrownBy(() -> server.text(project.path().resolve(path)))
                    .as(path)
                    .isInstanceOf(RefusedException.class);
        }
        assertThat(server.text(project.path().resolve("in.yaml"))).isEqualTo("a: 1\n");
    }

    @Test
    void aRootMayItselfBeALink() throws Exception {
        Path link = Files.createSymbolicLink(temp.resolve("link"), project.path());

        assertThat(Limits.server(link, Set.of()).text(link.resolve("inside.yaml")))
                .isEqualTo("a: 1\n");
    }

    @Test
    void onlyPlainFilesOfASensibleLengthAreRead() throws Exception {
        try (var file = new RandomAccessFile(project.path().resolve("big.yaml").toFile(), "rw")) {
            file.setLength(Limits.LONGEST_FILE + 1L);
        }

        assertThatThrownBy(() -> server.text(project.path().resolve("big.yaml")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("longer than 16 MiB");
        assertThatThrownBy(() -> server.text(project.path())).hasMessageContaining("no plain file");
        assertThatThrownBy(() -> server.text(project.path().resolve("missing"))).hasMessageContaining("no file");
    }

    @Test
    void onlyNamedVariablesAreKept() {
        var limits = new Limits(List.of(), Set.of("STAGE"), Map.of("STAGE", "dev", "TOKEN", "x"), Set.of(), false);

        assertThat(limits.environment()).isEqualTo(Map.of("STAGE", "dev"));
        assertThat(limits.variable("TOKEN")).isEmpty();
    }
}
