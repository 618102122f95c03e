package io.atmoshub.stacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.atmoshub.project.Limits;
import io.atmoshub.project.Opening;
import io.atmoshub.project.Project;
import io.atmoshub.stacks.component.Layer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackEngineTest {
    @TempDir
    Path folder;

    @BeforeEach
    void anEmptyProject() throws IOException {
        file("atmos.yaml", """
                base_path: "."
                components:
                  terraform:
                    base_path: components/terraform
                stacks:
                  base_path: stacks
                  included_paths: ["deploy/**/*"]
                templates:
                  settings:
                    enabled: true
                """);
    }

    private void file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private StackEngine engine() {
        return engine(ToolFinder.NONE, Limits.laptop(Map.of("PATH", System.getenv("PATH"))));
    }

    private StackEngine engine(ToolFinder tools, Limits limits) {
        return StackEngine.open(Project.open(Opening.of(folder), limits), tools);
    }

    @Test
    void aValueTellsWhoSetItAndWhoWon() throws IOException {
        file("stacks/deploy/dev.yaml", """
                import: [base]
                vars:
                  size: 2
                components:
                  terraform:
                    app:
                      metadata: {inherits: [big]}
                      vars:
                        size: 4
                """);
        file("stacks/base.yaml", """
                vars: {size: 1}
                components:
                  terraform:
                    big: {vars: {size: 3}}
                """);

        List<Setting> settings = engine().component("deploy/dev", "app").settings(List.of("vars", "size"));

        assertThat(settings)
                .extracting(
                        Setting::kind,
                        Setting::manifest,
                        Setting::depth,
                        setting -> setting.value().toJava())
                .containsExactly(
                        tuple(Layer.Kind.STACK, "base", 2, 1L),
                        tuple(Layer.Kind.STACK, "deploy/dev", 1, 2L),
                        tuple(Layer.Kind.BASE, "base", 2, 3L),
                        tuple(Layer.Kind.COMPONENT, "deploy/dev", 1, 4L));
        assertThat(settings.getLast().origin()).hasToString("stacks/deploy/dev.yaml:9:15");
    }

    @Test
    void nothingRunsBeforeItsValueIsAskedFor() throws IOException {
        Path trace = folder.resolve("ran");
        file("stacks/deploy/dev.yaml", """
                components:
                  terraform:
                    app:
                      settings: {a: 1}
                      vars: {b: !exec "touch %s"}
                """.formatted(trace));
        StackEngine engine = engine();
        Component app = engine.stacks().getFirst().components().getFirst();

        app.section();
        app.resolved(Processing.ALL, Set.of("settings"));
        assertThat(trace).doesNotExist();

        app.resolved(Processing.ALL, Set.of("vars"));
        assertThat(trace).exists();
    }

    @Test
    void outputsAreAskedOfTheProgramOnce() throws IOException {
        Path program = folder.resolve("tofu");
        file(
                "tofu",
                "#!/bin/sh\necho x >> " + folder.resolve("calls")
                        + "\necho \"{\\\"id\\\": {\\\"value\\\": \\\"vpc-1\\\"}, \\\"all\\\": {\\\"value\\\": [1, 2]}, \\\"ws\\\": {\\\"value\\\": \\\"$TF_WORKSPACE\\\"}}\"\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        Files.createDirectories(folder.resolve("components/terraform/vpc"));
        file("stacks/deploy/dev.yaml", """
                components:
                  terraform:
                    vpc: {}
                    app:
                      vars:
                        id: !terraform.output vpc id
                        second: !terraform.state vpc deploy/dev .all[1]
                        workspace: '{{ (atmos.Component "vpc" .atmos_stack).outputs.ws }}'
                """);
        AtomicInteger asked = new AtomicInteger();
        ToolFinder tools = (name, component) -> {
            asked.incrementAndGet();
            return Optional.of(new ToolFinder.Tool(program, Map.of()));
        };

        Resolved resolved = engine(tools, Limits.laptop(Map.of("PATH", System.getenv("PATH"))))
                .component("deploy/dev", "app")
                .resolved(Processing.ALL, Set.of("vars"));

        assertThat(resolved.section().toJava())
                .isEqualTo(Map.of("vars", Map.of("id", "vpc-1", "second", 2L, "workspace", "deploy-dev")));
        assertThat(asked).hasValue(1);
        assertThat(Files.readAllLines(folder.resolve("calls"))).hasSize(1);
    }

    @Test
    void whatIsMisspeltIsSuggested() throws IOException {
        file("stacks/deploy/dev.yaml", "name: production\ncomponents: {terraform: {network: {}}}\n");
        StackEngine engine = engine();

        assertThatThrownBy(() -> engine.required("prodution")).hasMessageContaining("Did you mean \"production\"?");
        assertThatThrownBy(() -> engine.required("deploy/dev")).hasMessageContaining("Did you mean \"production\"?");
        assertThatThrownBy(() -> engine.component("production", "netwrk")).hasMessageContaining("\"network\"");
        assertThat(engine.stack("production")).isPresent();
        assertThat(engine.stack("other")).isEmpty();
    }

    @Test
    void onlyWhatChangedIsReadAgain() throws IOException {
        file("stacks/deploy/dev.yaml", "import: [base]\ncomponents: {terraform: {app: {}}}\n");
        file("stacks/base.yaml", "vars: {a: 1}\n");
        StackMemory memory = new StackMemory();
        Project project = Project.open(Opening.of(folder), Limits.laptop(Map.of()));
        Component before = StackEngine.open(project, ToolFinder.NONE, memory).component("deploy/dev", "app");

        file("stacks/base.yaml", "vars: {a: 22}\n");
        Component after = StackEngine.open(project, ToolFinder.NONE, memory).component("deploy/dev", "app");

        assertThat(before.section().mapping("vars").text("a")).isEqualTo("1");
        assertThat(after.section().mapping("vars").text("a")).isEqualTo("22");
        assertThat(after.manifest().own()).isSameAs(before.manifest().own());
        assertThat(after.imports()).containsExactly("base");
        assertThat(after.depth(after.section().mapping("vars").get("a").origin()))
                .isEqualTo(2);
    }

    @Test
    void aHugeManifestIsRefusedQuickly() throws IOException {
        file("stacks/deploy/dev.yaml", "vars: {}\n");
        try (SeekableByteChannel channel =
                Files.newByteChannel(folder.resolve("stacks/deploy/dev.yaml"), StandardOpenOption.WRITE)) {
            channel.position(50_000_000);
            channel.write(ByteBuffer.wrap(new byte[] {'\n'}));
        }
        long before = System.nanoTime();
        assertThatThrownBy(this::engine)
                .isInstanceOf(StackException.class)
                .hasMessageContaining("stacks/deploy/dev.yaml")
                .hasMessageContaining("longer than 16 MiB");
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void aLinkOutOfTheProjectIsNotFollowedInAServer(@TempDir Path outside) throws IOException {
        Files.writeString(outside.resolve("secret.yaml"), "vars: {secret: 1}\n");
        file("stacks/deploy/dev.yaml", "import: [linked]\ncomponents: {terraform: {app: {}}}\n");
        Files.createSymbolicLink(folder.resolve("stacks/linked.yaml"), outside.resolve("secret.yaml"));
        Files.createSymbolicLink(folder.resolve("stacks/deploy/folder"), outside);

        assertThat(engine().component("deploy/dev", "app")
                        .section()
                        .mapping("vars")
                        .text("secret"))
                .isEqualTo("1");
        Limits server = Limits.server(folder, Set.of());
        assertThatThrownBy(() -> engine(ToolFinder.NONE, server))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("stacks/linked.yaml")
                .hasMessageNotContaining("secret: 1");
    }

    @Test
    void backendsAreCheckedInEveryStack() throws IOException {
        file("stacks/deploy/dev.yaml", """
                components:
                  terraform:
                    app:
                      backend_type: s3
                      backend: {gcs: {}}
                """);
        StackEngine engine = engine();

        assertThatThrownBy(engine::checkBackends).hasMessageContaining("backend_type is \"s3\"");
    }

    @Test
    void aProjectWithoutTheFolderSaysWhatToDo() {
        assertThatThrownBy(this::engine).hasMessageContaining("stacks.base_path");
    }
}
