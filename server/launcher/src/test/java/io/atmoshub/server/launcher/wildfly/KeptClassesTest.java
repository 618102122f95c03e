package io.atmoshub.server.launcher.wildfly;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.server.launcher.child.Child;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptClassesTest {
    @TempDir
    Path folder;

    private KeptClasses classes;

    @BeforeEach
    void installed() {
        classes = KeptClasses.in(folder, folder);
    }

    @Test
    void whatAnOrderlyEndWroteServesTheNextStart() throws Exception {
        write(beingWritten());

        classes.keep(endedBy("kill -TERM $$"));

        assertThat(classes.options(List.of())).contains("-XX:SharedArchiveFile=" + classes.file());
        assertThat(folder).isDirectoryContaining(classes.file()::equals);
    }

    @Test
    void whatWasHalfWrittenIsNeverRead() throws Exception {
        write(beingWritten());

        classes.keep(endedBy("kill -KILL $$"));
        classes.deleteOthers();

        assertThat(classes.options(List.of())).contains("-XX:ArchiveClassesAtExit=" + beingWritten());
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anotherInstallationsClassesGo() throws Exception {
        write(classes.file());
        Path other = folder.resolve("classes-1-1.jsa");
        write(other);

        classes.deleteOthers();

        assertThat(folder).isDirectoryNotContaining(other::equals).isDirectoryContaining(classes.file()::equals);
    }

    @Test
    void withAnAgentThereAreNone() throws Exception {
        assertThat(classes.options(List.of("-Xmx1g", "-javaagent:watch.jar"))).isEmpty();
    }

    private Path beingWritten() {
        return classes.file().resolveSibling(classes.file().getFileName() + ".new");
    }

    private static void write(Path file) throws Exception {
        Files.writeString(file, "classes");
    }

    private static Child endedBy(String script) throws Exception {
        Child child = Child.start("A server", new ProcessBuilder("sh", "-c", script));
        assertThat(child.endsWithin(Duration.ofSeconds(20))).isTrue();
        return child;
    }
}
