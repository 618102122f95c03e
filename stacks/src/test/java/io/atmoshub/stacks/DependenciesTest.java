package io.atmoshub.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.project.Limits;
import io.atmoshub.project.Opening;
import io.atmoshub.project.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DependenciesTest {
    @TempDir
    Path folder;

    @BeforeEach
    void aNetwork() throws IOException {
        file("atmos.yaml", """
                base_path: "."
                components: {terraform: {base_path: components/terraform}}
                stacks: {base_path: stacks, included_paths: ["deploy/**/*"]}
                templates: {settings: {enabled: true}}
                """);
        file("stacks/deploy/network.yaml", """
                vars: {tenant: core, environment: net, stage: "{{ .settings.where }}"}
                settings: {where: prod}
                components:
                  terraform:
                    vpc: {vars: {name: vpc}}
                """);
    }

    private void file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /// A stack with one component in it, which depends on something.
    private void app(String dependency) throws IOException {
        file("stacks/deploy/app.yaml", """
                vars: {tenant: core, environment: net, stage: dev}
                components:
                  terraform:
                    app:
                      settings: {which: vpc}
                      dependencies: {components: [%s]}
                    vpc: {vars: {name: another}}
                """.formatted(dependency));
    }

    private StackEngine engine() {
        return StackEngine.open(Project.open(Opening.of(folder), Limits.laptop(Map.of())), ToolFinder.NONE);
    }

    private List<String> onTheNetwork(Processing processing) {
        StackEngine engine = engine();
        return new Dependencies(engine, processing)
                .dependents(engine.component("deploy/network", "vpc")).stream()
                        .map(Component::toString)
                        .toList();
    }

    private List<String> ofTheApp() {
        StackEngine engine = engine();
        return new Dependencies(engine, Processing.ALL)
                .of(engine.component("deploy/app", "app")).stream()
                        .map(Component::toString)
                        .toList();
    }

    @Test
    void aVariableIsComparedAsItIsWorkedOut() throws IOException {
        app("{component: vpc, stage: prod}");

        assertThat(onTheNetwork(Processing.ALL)).containsExactly("app in deploy/app");
        assertThat(ofTheApp()).containsExactly("vpc in deploy/network");
        assertThat(onTheNetwork(Processing.NONE)).isEmpty();
    }

    @Test
    void anEmptyPartOfAStacksNameIsNotNamed() throws IOException {
        app("{component: vpc, tenant: '', stage: prod}");

        assertThat(onTheNetwork(Processing.ALL)).containsExactly("app in deploy/app");
        assertThat(ofTheApp()).containsExactly("vpc in deploy/network");
    }

    @Test
    void onlyEmptyPartsMeanTheOwnStack() throws IOException {
        app("{component: vpc, tenant: '', stage: ''}");

        assertThat(onTheNetwork(Processing.ALL)).isEmpty();
        assertThat(ofTheApp()).containsExactly("vpc in deploy/app");
    }

    @Test
    void whatIsMeantMayBeATemplate() throws IOException {
        app("{component: '{{ .settings.which }}', stack: deploy/network}");

        assertThat(onTheNetwork(Processing.ALL)).containsExactly("app in deploy/app");
        assertThat(ofTheApp()).containsExactly("vpc in deploy/network");
        assertThat(onTheNetwork(Processing.NONE)).isEmpty();
    }

    @Test
    void dependenciesMayBeIncluded() throws IOException {
        file("stacks/deploy/app.yaml", """
                components:
                  terraform:
                    app:
                      dependencies: {components: !include dependencies.yaml}
                """);
        file("dependencies.yaml", "- {component: vpc, stack: deploy/network}");

        assertThat(onTheNetwork(Processing.ALL)).containsExactly("app in deploy/app");
    }

    @Test
    void theStackItselfIsEnoughWhenItIsNamed() throws IOException {
        app("{component: vpc, stack: deploy/network, stage: elsewhere}");

        assertThat(onTheNetwork(Processing.ALL)).containsExactly("app in deploy/app");
    }

    @Test
    void settingsCountWhereNoDependenciesAreWritten() throws IOException {
        file("stacks/deploy/app.yaml", """
                components:
                  terraform:
                    old:
                      settings: {depends_on: {1: {component: vpc, stack: deploy/network}}}
                    both:
                      settings: {depends_on: {1: {component: vpc, stack: deploy/network}}}
                      dependencies: {components: [{component: old}]}
                    none:
                      settings: {depends_on: {1: {component: vpc, stack: deploy/network}}}
                      dependencies: {components: []}
                """);

        assertThat(onTheNetwork(Processing.ALL)).containsExactly("old in deploy/app", "none in deploy/app");
    }

    @Test
    void disabledAndAbstractOnesAreNoDependents() throws IOException {
        file("stacks/deploy/app.yaml", """
                components:
                  terraform:
                    off:
                      metadata: {enabled: false}
                      dependencies: {components: [{component: vpc, stack: deploy/network}]}
                    base:
                      metadata: {type: abstract}
                      dependencies: {components: [{component: vpc, stack: deploy/network}]}
                """);

        assertThat(onTheNetwork(Processing.ALL)).isEmpty();
    }
}
