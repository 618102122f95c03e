package io.atmoshub.stacks;

import io.atmoshub.project.Project;
import io.atmoshub.project.yaml.Yaml;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode;
import io.atmoshub.stacks.ToolRequirement.Demand;
import io.atmoshub.stacks.manifest.Footprint;
import io.atmoshub.stacks.manifest.Manifest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Collects what places say about tools: `dependencies.tools`, and `settings.tools` for short.
public final class ToolDemands {
    private static final List<String> DEPENDENCIES = List.of("dependencies", "tools");
    private static final List<String> SETTINGS = List.of("settings", "tools");

    private ToolDemands() {}

    /// Of a component, from the weakest: the file `component.yaml` beside its code, its stack, type, bases, itself.
    static List<ToolRequirement> of(StackEngine engine, Component component) {
        List<Demand> demands = new ArrayList<>(beside(engine.project(), component));
        Stream.concat(component.settings(DEPENDENCIES).stream(), component.settings(SETTINGS).stream())
                .sorted(Comparator.comparing(Setting::kind))
                .forEach(setting -> demands.addAll(in(setting.value())));
        return requirements(engine.project(), settled(component, demands));
    }

    /// Of everything in a stack.
    static List<ToolRequirement> of(StackEngine engine, Stack stack) {
        List<Demand> demands = new ArrayList<>();
        for (Manifest manifest : stack.manifests()) {
            for (Manifest.Part part : manifest.parts()) {
                demands.addAll(written(part.manifest().own()));
            }
        }
        return requirements(engine.project(), demands);
    }

    /// What something outside of stacks depends on, such as a workflow or a command, together with others.
    ///
    /// @param weaker what it has to go together with
    public static List<ToolRequirement> of(Project project, List<ToolRequirement> weaker, YamlMapping section) {
        List<Demand> demands = new ArrayList<>();
        weaker.forEach(each -> demands.addAll(each.demands()));
        demands.addAll(written(section));
        return requirements(project, demands);
    }

    private static List<ToolRequirement> requirements(Project project, List<Demand> demands) {
        Map<String, String> aliases = new HashMap<>();
        for (List<String> place :
                List.of(List.of("settings", "toolchain", "aliases"), List.of("toolchain", "aliases"))) {
            project.config().section(place.toArray(String[]::new)).forEach((name, tool) -> {
                if (tool instanceof String text) {
                    aliases.put(name, text);
                }
            });
        }
        return ToolRequirement.of(demands, aliases);
    }

    private static List<Demand> written(YamlMapping section) {
        List<Demand> demands = new ArrayList<>();
        for (List<String> path : List.of(DEPENDENCIES, SETTINGS)) {
            if (section.get(path.getFirst()) instanceof YamlMapping mapping) {
                demands.addAll(in(mapping.get(path.getLast())));
            }
        }
        return demands;
    }

    private static List<Demand> in(@Nullable YamlNode tools) {
        List<Demand> demands = new ArrayList<>();
        if (tools instanceof YamlMapping mapping) {
            for (YamlMapping.Entry entry : mapping) {
                if (!(entry.value() instanceof YamlNode.Scalar scalar)) {
                    throw new StackException(
                            entry.value().origin(),
                            "The version of %s is one text.".formatted(entry.key()),
                            "Write 1.10.3, latest, ~> 1.10, ^0.54, or \">= 1.5, < 2\".");
                }
                if (scalar.value() != null && !scalar.text().isBlank()) {
                    demands.add(new Demand(entry.key(), scalar.text(), scalar.origin()));
                }
            }
        }
        return demands;
    }

    /// Of demands that are templates or functions only the strongest counts, with what came out of it.
    private static List<Demand> settled(Component component, List<Demand> demands) {
        if (demands.stream().noneMatch(ToolDemands::isOpen)) {
            return demands;
        }
        YamlMapping known = component
                .resolved(Processing.ALL, Set.of("dependencies", "settings"))
                .section();
        Map<String, Demand> worked = new HashMap<>();
        written(known).forEach(each -> worked.put(each.tool(), each));
        List<Demand> settled = new ArrayList<>();
        for (int i = 0; i < demands.size(); i++) {
            Demand demand = demands.get(i);
            Demand result = worked.get(demand.tool());
            boolean strongest = demands.subList(i + 1, demands.size()).stream()
                    .noneMatch(later -> later.tool().equals(demand.tool()));
            if (!isOpen(demand)) {
                settled.add(demand);
            } else if (strongest && result != null && !isOpen(result)) {
                settled.add(new Demand(demand.tool(), result.version(), demand.origin()));
            }
        }
        return settled;
    }

    private static boolean isOpen(Demand demand) {
        return demand.version().contains("{{") || demand.version().matches("!\\w[\\w.]*( .*)?");
    }

    private static List<Demand> beside(Project project, Component component) {
        Path file = project.componentsFolder(component.type())
                .resolve(component.base())
                .resolve("component.yaml");
        Footprint.file(file);
        if (!project.limits().mayRead(file) || !file.toFile().isFile()) {
            return List.of();
        }
        String shown = file.startsWith(project.basePath())
                ? project.basePath().relativize(file).toString().replace('\\', '/')
                : file.toString();
        try {
            if (Yaml.parse(shown, project.limits().text(file)) instanceof YamlMapping content) {
                List<Demand> demands = new ArrayList<>(written(content));
                if (content.get("metadata") instanceof YamlMapping metadata) {
                    demands.addAll(written(metadata));
                }
                return demands;
            }
            return List.of();
        } catch (IOException e) {
            return List.of();
        }
    }
}
