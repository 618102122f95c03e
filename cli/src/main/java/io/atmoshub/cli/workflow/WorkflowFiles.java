package io.atmoshub.cli.workflow;

import io.atmoshub.cli.Failure;
import io.atmoshub.project.Project;
import io.atmoshub.project.yaml.Yaml;
import io.atmoshub.project.yaml.YamlException;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The workflow files of a project.
public record WorkflowFiles(Project project) {
    /// A file, by the name people give it, and what is written in it.
    public record File(String name, YamlMapping written) {
        public Map<String, YamlMapping> workflows() {
            var all = new LinkedHashMap<String, YamlMapping>();
            if (written.get("workflows") instanceof YamlMapping workflows) {
                workflows.forEach(entry -> {
                    if (entry.value() instanceof YamlMapping workflow) {
                        all.put(entry.key(), workflow);
                    }
                });
            }
            return all;
        }

        /// Their names, in order.
        public List<String> names() {
            return workflows().keySet().stream().sorted().toList();
        }
    }

    /// All of them, by name.
    public List<File> all() {
        Path folder = folder();
        if (!Files.isDirectory(folder)) {
            throw new Failure(
                    "Error",
                    "there is no folder of workflows",
                    "`workflows.base_path` in the configuration leads to %s, which is not there.".formatted(folder),
                    List.of("Make the folder, or correct the path in atmos.yaml."),
                    1);
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file ->
                            file.toString().endsWith(".yaml") || file.toString().endsWith(".yml"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .map(this::read)
                    .toList();
        } catch (IOException e) {
            throw Failure.of("%s cannot be read: %s.".formatted(folder, e.getMessage()), "Check its permissions.");
        }
    }

    /// The one a person names, with or without its ending.
    public File named(String name) {
        Path file = folder().resolve(name).normalize();
        if (!name.endsWith(".yaml") && !name.endsWith(".yml")) {
            Path yml = Path.of(file + ".yml");
            file = Files.isRegularFile(yml) ? yml : Path.of(file + ".yaml");
        }
        if (!Files.isRegularFile(file)) {
            throw new Failure(
                    "Error",
                    "workflow file not found",
                    "There is no workflow file `%s`.".formatted(file),
                    List.of("See the workflows there are with: atmos list workflows"),
                    1);
        }
        return read(file);
    }

    private Path folder() {
        if (project.config().text("workflows", "base_path").orElse("").isEmpty()) {
            throw new Failure(
                    "Error",
                    "no folder of workflows is set",
                    "`workflows.base_path` says where workflows are, and atmos.yaml does not have it.",
                    List.of("Set it, such as: workflows: {base_path: stacks/workflows}"),
                    1);
        }
        return project.workflowsFolder();
    }

    private File read(Path file) {
        try {
            String text = project.limits().text(file);
            String shown = project.basePath().relativize(file).toString();
            String name = folder().relativize(file).toString();
            return switch (Yaml.parse(shown, text)) {
                case YamlMapping mapping -> new File(name, mapping);
                case YamlNode other ->
                    throw new YamlException(
                            other.origin(),
                            "A workflow file is a map with the key workflows.",
                            "Begin with: workflows:");
            };
        } catch (IOException e) {
            throw Failure.of("%s cannot be read: %s.".formatted(file, e.getMessage()), "Check its permissions.");
        }
    }
}
