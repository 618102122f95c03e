package io.atmoshub.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.project.Limits;
import io.atmoshub.project.Opening;
import io.atmoshub.project.Project;
import io.atmoshub.project.ProjectException;
import io.atmoshub.project.yaml.Origin;
import io.atmoshub.project.yaml.Yaml;
import io.atmoshub.project.yaml.YamlException;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode;
import io.atmoshub.project.yaml.YamlWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// One folder for every rule. `input` is a project. `expected.yaml` has, by stack and component, the sections that the
/// rule is about, as they are printed; `unresolved` is what has to stay marked, `tools` what it depends on, `imports`
/// what its stack imports. Or `expected-error.txt` has the message that there has to be. `run.yaml` can set variables
/// of the environment, `limits: server`, and `functions: false`.
class FixturesTest {
    private static final Path FIXTURES = Path.of("src/test/fixtures");

    @TestFactory
    Stream<DynamicTest> everyRuleHolds() throws IOException {
        try (Stream<Path> folders = Files.list(FIXTURES)) {
            List<Path> all = folders.sorted().toList();
            assertThat(all).hasSizeGreaterThan(40);
            return all.stream()
                    .map(folder -> DynamicTest.dynamicTest(
                            String.valueOf(folder.getFileName()), folder.toUri(), () -> check(folder)));
        }
    }

    private static void check(Path folder) throws IOException {
        Path error = folder.resolve("expected-error.txt");
        if (Files.exists(error)) {
            assertThat(refusal(folder)).isEqualTo(Files.readString(error).strip());
            return;
        }
        String expected = Files.readString(folder.resolve("expected.yaml"));
        YamlMapping wanted = (YamlMapping) Yaml.parse("expected.yaml", expected);
        assertThat(answer(folder, wanted)).isEqualTo(expected);
    }

    private static String refusal(Path folder) throws IOException {
        try {
            StackEngine engine = open(folder);
            for (Stack stack : engine.stacks()) {
                for (Component component : stack.components()) {
                    engine.component(stack.name(), component.name()).resolved(Processing.ALL);
                    if (!component.isAbstract()) {
                        component.tools();
                    }
                }
            }
            return "nothing is refused";
        } catch (StackException | YamlException | ProjectException e) {
            String input = folder.resolve("input").toAbsolutePath().toString();
            return String.valueOf(e.getMessage()).replace(input, "<input>");
        }
    }

    private static String answer(Path folder, YamlMapping wanted) throws IOException {
        StackEngine engine = open(folder);
        boolean functions = !"false".equals(options(folder).text("functions"));
        Processing processing = new Processing(true, functions, Set.of());
        Map<String, Object> stacks = new TreeMap<>();
        for (Stack stack : engine.stacks()) {
            Map<String, Object> components = new TreeMap<>();
            for (Component component : stack.components()) {
                Set<String> sections = sections(wanted, stack.name(), component.name());
                Resolved resolved = component.resolved(processing, sections);
                Map<String, Object> shown = new TreeMap<>();
                resolved.section().forEach(entry -> shown.put(entry.key(), entry.value()));
                if (sections.contains("unresolved")) {
                    shown.put(
                            "unresolved",
                            resolved.unresolved().stream()
                                    .map(Resolved.Unresolved::toString)
                                    .toList());
                }
                if (sections.contains("imports")) {
                    shown.put("imports", List.copyOf(component.imports()));
                }
                if (sections.contains("tools")) {
                    shown.put(
                            "tools",
                            component.tools().stream()
                                    .map(each -> "%s %s (%s)".formatted(each.tool(), each.version(), each.origin()))
                                    .toList());
                }
                if (!sections.isEmpty()) {
                    components.put(component.name(), shown);
                }
            }
            stacks.put(stack.name(), components);
        }
        return YamlWriter.writeSorted(stacks);
    }

    private static Set<String> sections(YamlMapping wanted, String stack, String component) {
        YamlNode of = wanted.get(stack) instanceof YamlMapping components ? components.get(component) : null;
        Set<String> sections = new TreeSet<>();
        if (of instanceof YamlMapping mapping) {
            mapping.forEach(entry -> sections.add(entry.key()));
        }
        return sections;
    }

    private static StackEngine open(Path folder) throws IOException {
        Path input = folder.resolve("input").toAbsolutePath();
        Map<String, String> environment = new HashMap<>(Map.of("ATMOS_GIT_ROOT_BASEPATH", "false"));
        if (options(folder).get("environment") instanceof YamlMapping given) {
            given.forEach(entry ->
                    environment.put(entry.key(), String.valueOf(entry.value().toJava())));
        }
        Limits limits = "server".equals(options(folder).text("limits"))
                ? Limits.server(input, Set.of())
                : Limits.laptop(environment);
        return StackEngine.open(Project.open(Opening.of(input), limits), ToolFinder.NONE);
    }

    private static YamlMapping options(Path folder) {
        Path options = folder.resolve("run.yaml");
        return Files.exists(options) ? (YamlMapping) Yaml.read(options) : YamlMapping.empty(Origin.startOf("run.yaml"));
    }
}
