package io.atmoshub.stacks.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import io.atmoshub.project.Limits;
import io.atmoshub.project.Opening;
import io.atmoshub.project.Project;
import io.atmoshub.stacks.StackEngine;
import io.atmoshub.stacks.StackException;
import io.atmoshub.stacks.StackMemory;
import io.atmoshub.stacks.ToolFinder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemoteImportsTest {
    @TempDir
    Path folder;

    private Path root;
    private Path shared;

    @BeforeEach
    void twoProjects() throws IOException, InterruptedException {
        root = Files.createDirectories(folder.resolve("project"));
        shared = Files.createDirectories(folder.resolve("shared"));
        write(root, "atmos.yaml", """
                base_path: "."
                stacks: {base_path: stacks, included_paths: ["deploy/**/*"]}
                """);
        write(root, "stacks/catalog/common.yaml", "vars: {from: here}\n");
        write(shared, "stacks/catalog/common.yaml", "vars: {from: there}\n");
        write(shared, "stacks/catalog/vpc.yaml", """
                import: [catalog/common]
                components: {terraform: {vpc: {vars: {size: 1}}}}
                """);
        write(shared, "stacks/catalog/near.yaml", """
                import: [./vpc]
                """);
        write(shared, "stacks/catalog/named.yaml.tmpl", """
                components: {terraform: {"{{ .name }}": {vars: {size: 2}}}}
                """);
        git("init", "--quiet", "--initial-branch=main");
        commit();
    }

    @Test
    void aManifestOfARepositoryIsMergedAndImportsFromThisProject() throws IOException {
        stack("- %s//stacks/catalog/vpc?ref=main".formatted(address()));

        StackEngine engine = open();

        assertThat(vars(engine)).isEqualTo("{from=here, size=1}");
        assertThat(engine.component("deploy/dev", "vpc").imports())
                .containsExactly(
                        "catalog/common",
                        "%s//stacks/catalog/vpc?ref=main#stacks/catalog/vpc.yaml".formatted(address()));
        assertThat(engine.component("deploy/dev", "vpc")
                        .settings(List.of("vars", "size"))
                        .getFirst()
                        .origin())
                .hasToString("%s//stacks/catalog/vpc?ref=main#stacks/catalog/vpc.yaml:2:45".formatted(address()));
    }

    @Test
    void withNestedImportsItImportsFromItsOwnProject() throws IOException {
        stack("- {path: '%s//stacks/catalog/near', nested_imports: remote}".formatted(address()));

        assertThat(vars(open())).isEqualTo("{from=there, size=1}");
    }

    @Test
    void withoutThemItCanNotImportWhatIsBesideIt() throws IOException {
        stack("- %s//stacks/catalog/near".formatted(address()));

        assertThatThrownBy(this::open)
                .isInstanceOf(StackException.class)
                .hasMessageContaining("near.yaml:1:10: The import \"./vpc\" stands in a remote manifest")
                .hasMessageContaining("nested_imports: remote");
    }

    @Test
    void aPatternMeansEveryManifestThatFitsAndAContextGoesAlong() throws IOException {
        stack("- {path: '%s//stacks/catalog/n*.tmpl', context: {name: vpc}}".formatted(address()));

        assertThat(vars(open())).isEqualTo("{size=2}");
    }

    @Test
    void aManifestThatIsNotThereIsRefusedUnlessItMayBeMissing() throws IOException {
        stack("- %s//stacks/catalog/vcp".formatted(address()));

        assertThatThrownBy(this::open)
                .hasMessageStartingWith("stacks/deploy/dev.yaml:2:3: There is no manifest stacks/catalog/vcp in git::");

        stack("- {path: '%s//stacks/catalog/vcp', skip_if_missing: true}".formatted(address()));
        assertThat(open().stacks()).hasSize(1);
    }

    @Test
    void aManifestOfAWebServerIsMergedWhereItsHostIsListedOnly() throws IOException {
        HttpServer server = SimpleFileServer.createFileServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), shared, SimpleFileServer.OutputLevel.NONE);
        server.start();
        try {
            stack("- http://127.0.0.1:%d/stacks/catalog/vpc.yaml"
                    .formatted(server.getAddress().getPort()));

            assertThat(vars(open(Limits.server(root, Set.of("127.0.0.1"))))).isEqualTo("{from=here, size=1}");
            assertThatThrownBy(() -> open(Limits.server(root, Set.of())))
                    .hasMessageStartingWith("stacks/deploy/dev.yaml:2:3: The host 127.0.0.1 may not be reached here.");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aFileOfAWebServerIsIncludedWhereItsHostIsListedOnly() throws IOException {
        write(shared, "sizes.yaml", "{small: 1, big: [2, 3]}\n");
        HttpServer server = SimpleFileServer.createFileServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), shared, SimpleFileServer.OutputLevel.NONE);
        server.start();
        try {
            String call = "!include http://127.0.0.1:%d/sizes.yaml .big"
                    .formatted(server.getAddress().getPort());
            write(
                    root,
                    "stacks/deploy/dev.yaml",
                    "components: {terraform: {vpc: {vars: {sizes: %s}}}}\n".formatted(call));

            assertThat(vars(open(Limits.server(root, Set.of("127.0.0.1"))))).isEqualTo("{sizes=[2, 3]}");
            assertThat(vars(open(Limits.server(root, Set.of())))).isEqualTo("{sizes=%s}".formatted(call));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aFileOfARepositoryIsIncluded() throws IOException {
        write(root, "stacks/deploy/dev.yaml", """
                components: {terraform: {vpc: {vars: !include "%s//stacks/catalog/common.yaml?ref=main .vars"}}}
                """.formatted(address()));

        assertThat(vars(open())).isEqualTo("{from=there}");
    }

    @Test
    void aWarmProjectKeepsWhatItImportedFromElsewhere() throws IOException, InterruptedException {
        stack("- {path: '%s//stacks/catalog/vpc', ttl: 1h}".formatted(address()));
        Project project = Project.open(Opening.of(root), laptop());
        var memory = new StackMemory();
        StackEngine first = StackEngine.open(project, ToolFinder.NONE, memory);
        write(shared, "stacks/catalog/vpc.yaml", "components: {terraform: {vpc: {vars: {size: 9}}}}\n");
        commit();
        write(root, "stacks/deploy/other.yaml", "components: {terraform: {app: {}}}\n");

        StackEngine second = StackEngine.open(project, ToolFinder.NONE, memory);

        assertThat(vars(second)).isEqualTo("{from=here, size=1}");
        assertThat(second.component("deploy/dev", "vpc").identity())
                .isSameAs(first.component("deploy/dev", "vpc").identity());
    }

    @Test
    void configurationComesFromElsewhereToo() throws IOException {
        write(shared, "config/logs.yaml", "logs: {level: Debug}\n");
        HttpServer server = SimpleFileServer.createFileServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), shared, SimpleFileServer.OutputLevel.NONE);
        server.start();
        try {
            String address = "http://127.0.0.1:" + server.getAddress().getPort();
            write(root, "atmos.yaml", """
                    import:
                      - %s/config/logs.yaml
                      - %s/config/none.yaml
                    """.formatted(address, address));

            Project project = Project.open(Opening.of(root), laptop());

            assertThat(project.config().text("logs", "level")).contains("Debug");
            assertThat(project.config().origin("logs", "level")).hasToString(address + "/config/logs.yaml:1:15");
            assertThat(project.notes())
                    .singleElement()
                    .asString()
                    .startsWith("atmos.yaml:3:5: an import was left out. There is no http://127.0.0.1");
            assertThat(Project.open(Opening.of(root), Limits.server(root, Set.of()))
                            .notes())
                    .allMatch(note -> note.contains("The host 127.0.0.1 may not be reached here."))
                    .hasSize(2);
        } finally {
            server.stop(0);
        }
    }

    private void stack(String item) throws IOException {
        write(root, "stacks/deploy/dev.yaml", "import:\n" + item + "\ncomponents: {terraform: {vpc: {}}}\n");
    }

    private String address() {
        return "git::file://" + shared;
    }

    private Limits laptop() {
        return Limits.laptop(Map.of("PATH", System.getenv("PATH"), "HOME", folder.toString()));
    }

    private StackEngine open() {
        return open(laptop());
    }

    private StackEngine open(Limits limits) {
        return StackEngine.open(Project.open(Opening.of(root), limits), ToolFinder.NONE);
    }

    private static String vars(StackEngine engine) {
        return String.valueOf(
                engine.component("deploy/dev", "vpc").section().mapping("vars").toJava());
    }

    private static void write(Path root, String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void commit() throws IOException, InterruptedException {
        git("add", "--all");
        git("commit", "--quiet", "-m", "Change");
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("git", "-c", "user.name=Ana", "-c", "user.email=ana@example.org"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(shared.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
