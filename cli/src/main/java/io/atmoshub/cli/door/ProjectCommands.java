package io.atmoshub.cli.door;

import io.atmoshub.project.Project;
import io.atmoshub.project.yaml.Origin;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The commands that a project has of its own: `commands` and `aliases` of its configuration. Atmos runs them.
public final class ProjectCommands {
    /// @param written nothing for an alias
    public record Own(
            String name,
            String description,
            Origin origin,
            @Nullable YamlMapping written) {}

    private final Map<String, Own> all = new LinkedHashMap<>();

    private ProjectCommands() {}

    public static ProjectCommands of(Project project) {
        var commands = new ProjectCommands();
        project.config().node("commands").ifPresent(commands::add);
        if (project.config().node("aliases").orElse(null) instanceof YamlMapping aliases) {
            aliases.forEach(entry -> commands.all.putIfAbsent(
                    entry.key(),
                    new Own(
                            entry.key(),
                            "Short for: atmos " + (entry.value() instanceof YamlNode.Scalar to ? to.text() : ""),
                            entry.place(),
                            null)));
        }
        return commands;
    }

    private void add(YamlNode commands) {
        if (commands instanceof YamlNode.Sequence sequence) {
            for (YamlNode item : sequence.items()) {
                if (item instanceof YamlMapping written) {
                    String name = written.text("name");
                    String description = written.text("description");
                    if (name != null && !name.isBlank()) {
                        all.putIfAbsent(
                                name,
                                new Own(
                                        name,
                                        description == null ? "" : description.strip(),
                                        written.origin(),
                                        written));
                    }
                }
            }
        }
    }

    public List<Own> all() {
        return List.copyOf(all.values());
    }

    public Optional<Own> named(String name) {
        return Optional.ofNullable(all.get(name));
    }

    /// The commands inside of one.
    public static ProjectCommands inside(Own command) {
        var commands = new ProjectCommands();
        YamlNode inner = command.written() == null ? null : command.written().get("commands");
        if (inner != null) {
            commands.add(inner);
        }
        return commands;
    }
}
