package io.atmoshub.assistant.tool.stack;

import io.atmoshub.assistant.tool.Arguments;
import io.atmoshub.assistant.tool.ToolFailure;
import io.atmoshub.assistant.tool.ToolResult;
import io.atmoshub.project.yaml.Yaml;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.stacks.Spelling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The workflows of a project.
final class Workflows {
    private static final int MOST_FILES = 200;
    private static final int MOST = 100;
    private static final int DEEPEST = 8;

    private record Workflow(String file, String name, YamlMapping written) {
        String words() {
            String description = written.text("description");
            return "%s: %s%s".formatted(name, file, description == null ? "" : ", " + description.strip());
        }
    }

    private Workflows() {}

    static ToolResult list(Arguments arguments, Asked asked) throws ToolFailure {
        List<Workflow> all = all(asked);
        return ToolResult.of(
                Texts.counted(all.size(), "workflow"),
                all.isEmpty()
                        ? "This project has no workflows.\n"
                        : Texts.listed(
                                all,
                                arguments.number("skip").orElse(0),
                                MOST,
                                "atmos_list_workflows",
                                Workflow::words));
    }

    static ToolResult describe(Arguments arguments, Asked asked) throws ToolFailure {
        String name = arguments.text("workflow");
        List<Workflow> all = all(asked);
        String file = arguments.optionalText("file").orElse("");
        List<Workflow> found = all.stream()
                .filter(each -> each.name().equals(name)
                        && (file.isEmpty() || each.file().equals(file)))
                .toList();
        if (found.isEmpty()) {
            throw new ToolFailure(
                    "no such workflow",
                    "There is no workflow \"%s\". %sSee all with atmos_list_workflows."
                            .formatted(
                                    name,
                                    Spelling.suggestion(
                                            name,
                                            all.stream().map(Workflow::name).toList())));
        }
        StringBuilder text = new StringBuilder();
        for (Workflow each : found) {
            text.append(each.words())
                    .append("\n---\n")
                    .append(Texts.yaml(each.written().toJava(), "read the file itself"));
        }
        return ToolResult.of(name, text.toString());
    }

    private static List<Workflow> all(Asked asked) throws ToolFailure {
        Path folder = asked.project().workflowsFolder();
        boolean named = asked.project().config().text("workflows", "base_path").isPresent();
        if (!named || !asked.project().limits().mayRead(folder) || !Files.isDirectory(folder)) {
            return List.of();
        }
        List<Workflow> all = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(folder, DEEPEST)) {
            List<Path> files = walk.filter(file -> file.toString().matches(".*\\.ya?ml") && asked.isOpen(file))
                    .sorted()
                    .limit(MOST_FILES)
                    .toList();
            for (Path file : files) {
                String name = folder.relativize(file).toString();
                YamlMapping workflows =
                        Yaml.parse(name, asked.project().limits().text(file)) instanceof YamlMapping root
                                ? root.mapping("workflows")
                                : null;
                if (workflows != null) {
                    workflows.forEach(entry -> {
                        if (entry.value() instanceof YamlMapping written) {
                            all.add(new Workflow(name, entry.key(), written));
                        }
                    });
                }
            }
        } catch (IOException e) {
            throw new ToolFailure(
                    "can't be read",
                    "The workflows can't be read (%s).".formatted(e.getClass().getSimpleName()));
        }
        return all;
    }
}
