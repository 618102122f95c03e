package io.atmoshub.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.project.Limits;
import io.atmoshub.project.Opening;
import io.atmoshub.project.Project;
import io.atmoshub.project.yaml.Yaml;
import io.atmoshub.project.yaml.YamlWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Real projects with what Atmos says of them, as far as the engine alone can answer. They lie beside the repository;
/// where they don't, this says so and passes.
class GoldenTest {
    private static final Set<String> OF_COMMANDS = Set.of(
            "atmos_cli_config",
            "cli_args",
            "component_info",
            "component_type",
            "deps",
            "deps_all",
            "import",
            "imports",
            "sources",
            "tf_cli_vars");

    @TestFactory
    Stream<DynamicTest> theEngineAnswersAsAtmosDoes() throws IOException {
        Optional<Path> golden = golden();
        if (golden.isEmpty()) {
            System.err.println("GOLDEN STACKS SKIPPED: set ATMOS_GOLDEN to their folder.");
            return Stream.empty();
        }
        Path tree = golden.get().resolve("stacks/tree");
        List<DynamicTest> tests = new ArrayList<>();
        try (Stream<Path> cases = Files.list(golden.get().resolve("stacks/cases"))) {
            for (Path each : cases.sorted().toList()) {
                Map<?, ?> wanted =
                        (Map<?, ?>) Yaml.read(each.resolve("case.json")).toJava();
                List<String> arguments = arguments(wanted);
                if (arguments.get(1).equals("describe")
                        && Set.of("stacks", "component").contains(arguments.get(2))
                        && wanted.get("expected_exit_code").equals(0L)) {
                    tests.add(DynamicTest.dynamicTest(
                            String.valueOf(each.getFileName()), () -> check(tree, wanted, arguments)));
                }
            }
        }
        assertThat(tests).isNotEmpty();
        return tests.stream();
    }

    private static Optional<Path> golden() {
        String named = System.getProperty("ATMOS_GOLDEN", System.getenv("ATMOS_GOLDEN"));
        if (named != null) {
            return Optional.of(Path.of(named));
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path candidate = at.resolve("shared/golden");
            if (Files.isDirectory(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private static List<String> arguments(Map<?, ?> wanted) {
        return ((List<?>) wanted.get("argv")).stream().map(String::valueOf).toList();
    }

    private static void check(Path tree, Map<?, ?> wanted, List<String> arguments) {
        Path folder = tree.resolve(String.valueOf(wanted.get("dir")));
        Map<String, String> environment = new HashMap<>();
        environment.put("ATMOS_GIT_ROOT_BASEPATH", "false");
        environment.put("ATMOS_COMPONENTS_TERRAFORM_COMMAND", "tofu");
        if (wanted.get("env") instanceof Map<?, ?> given) {
            given.forEach((key, value) -> environment.put(String.valueOf(key), String.valueOf(value)));
        }
        environment.remove("ATMOS_CLI_CONFIG_PATH");
        Project project = Project.open(Opening.of(folder), Limits.laptop(environment));
        StackEngine engine = StackEngine.open(project, ToolFinder.NONE);
        Processing processing = new Processing(
                !arguments.contains("--process-templates=false"),
                !arguments.contains("--process-functions=false"),
                Set.of());
        Object answer = arguments.get(2).equals("stacks")
                ? described(engine, processing, after(arguments, "-s"))
                : component(engine, processing, arguments);
        compare(wanted, arguments, answer, tree);
    }

    private static Object described(StackEngine engine, Processing processing, Optional<String> only) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (Stack stack : engine.stacks()) {
            if (only.isEmpty() || only.get().equals(stack.name())) {
                Map<String, Map<String, Object>> types = new LinkedHashMap<>();
                for (Component component : stack.components()) {
                    types.computeIfAbsent(component.type(), type -> new LinkedHashMap<>())
                            .put(
                                    component.name(),
                                    component.resolved(processing).section().toJava());
                }
                all.put(stack.name(), Map.of("components", types));
            }
        }
        return all;
    }

    private static Object component(StackEngine engine, Processing processing, List<String> arguments) {
        String name = arguments.get(3).equals(".") ? "test-component" : arguments.get(3);
        String stack =
                after(arguments, "-s").or(() -> after(arguments, "--stack")).orElseThrow();
        return engine.component(stack, name).resolved(processing).section().toJava();
    }

    private static Optional<String> after(List<String> arguments, String option) {
        int at = arguments.indexOf(option);
        return at < 0 ? Optional.empty() : Optional.of(arguments.get(at + 1));
    }

    private static void compare(Map<?, ?> wanted, List<String> arguments, Object answer, Path tree) {
        String written = YamlWriter.writeSorted(answer).replace(tree.toString(), "/absolute/path/to/repo");
        Object whole = wanted.get("expected_yaml") == null ? wanted.get("expected_json") : wanted.get("expected_yaml");
        if (whole instanceof Map<?, ?> map) {
            Map<Object, Object> expected = new LinkedHashMap<>(map);
            Map<Object, Object> own = new LinkedHashMap<>(
                    (Map<?, ?>) Yaml.parse("answer", written).toJava());
            if (arguments.get(2).equals("component")) {
                expected.keySet().removeAll(OF_COMMANDS);
                own.keySet().retainAll(expected.keySet());
            }
            assertThat(YamlWriter.writeSorted(own)).isEqualTo(YamlWriter.writeSorted(expected));
        }
        for (Object text : wanted.get("substrings") instanceof List<?> list ? list : List.of()) {
            assertThat(written).contains(String.valueOf(text));
        }
        for (Object check : wanted.get("paths") instanceof List<?> list ? list : List.of()) {
            List<?> pathAndValue = (List<?>) check;
            Object at = answer;
            for (Object key : (List<?>) pathAndValue.getFirst()) {
                at = key instanceof Long index ? ((List<?>) at).get(index.intValue()) : ((Map<?, ?>) at).get(key);
            }
            assertThat(String.valueOf(at)).as(String.valueOf(check)).isEqualTo(written(pathAndValue.getLast()));
        }
    }

    private static String written(Object value) {
        return String.valueOf(value);
    }
}
