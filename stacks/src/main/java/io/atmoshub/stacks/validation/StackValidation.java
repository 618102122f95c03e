package io.atmoshub.stacks.validation;

import io.atmoshub.project.Project;
import io.atmoshub.project.remote.RemoteAddress;
import io.atmoshub.project.remote.RemoteCopy;
import io.atmoshub.project.remote.RemoteException;
import io.atmoshub.project.remote.Remotes;
import io.atmoshub.project.yaml.Origin;
import io.atmoshub.project.yaml.Yaml;
import io.atmoshub.project.yaml.YamlException;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode;
import io.atmoshub.stacks.Component;
import io.atmoshub.stacks.Stack;
import io.atmoshub.stacks.StackEngine;
import io.atmoshub.stacks.StackException;
import io.atmoshub.stacks.ToolFinder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Everything that is wrong with the stacks of a project: files that are no YAML or do not fit the schema of manifests,
/// imports and inheritance that lead nowhere, components that contradict each other.
public final class StackValidation {
    private final Project project;
    private final ToolFinder tools;
    private final Set<Finding> found = new TreeSet<>();

    private StackValidation(Project project, ToolFinder tools) {
        this.project = project;
        this.tools = tools;
    }

    /// What is wrong, by place. A project without stacks has nothing wrong with them.
    public static List<Finding> of(Project project, ToolFinder tools) {
        var validation = new StackValidation(project, tools);
        project.stacks().usable();
        if (Files.isDirectory(project.stacksFolder())) {
            validation.files();
            if (validation.found.isEmpty()) {
                validation.stacks();
            }
        }
        return List.copyOf(validation.found);
    }

    private void files() {
        JsonSchema schema = schema();
        Set<String> types = project.config().section("components").keySet();
        for (Path file : manifests()) {
            String shown = shown(file);
            try {
                String text = project.limits().text(file);
                YamlNode document = Yaml.parse(shown, text);
                found.addAll(schema.check(document));
                if (document instanceof YamlMapping manifest) {
                    found.addAll(Misspelt.in(manifest, custom(types, manifest)));
                }
            } catch (YamlException e) {
                if (!templated(file)) {
                    found.add(new Finding(e.origin(), e.problem(), e.hint()));
                }
            } catch (IOException e) {
                found.add(new Finding(
                        Origin.startOf(shown), "The file cannot be read: %s.".formatted(e.getMessage()), ""));
            }
        }
    }

    /// Types of components may also have a section at the top.
    private static Set<String> custom(Collection<String> types, YamlMapping manifest) {
        var all = new HashSet<>(types);
        if (manifest.get("components") instanceof YamlMapping components) {
            components.forEach(entry -> all.add(entry.key()));
        }
        return all;
    }

    /// Before it is rendered a template may be no YAML, and be right all the same.
    private boolean templated(Path file) {
        try {
            return project.limits().text(file).contains("{{");
        } catch (IOException e) {
            return false;
        }
    }

    private void stacks() {
        try {
            StackEngine engine = StackEngine.open(project, tools);
            for (Stack stack : engine.stacks()) {
                for (Component component : stack.components()) {
                    check(engine, stack, component);
                }
            }
        } catch (StackException e) {
            add(e);
        } catch (YamlException e) {
            found.add(new Finding(e.origin(), e.problem(), e.hint()));
        }
    }

    private void check(StackEngine engine, Stack stack, Component component) {
        try {
            component.section();
            if (!component.isAbstract()) {
                component.tools();
            }
            if (!component.isAbstract() && stack.named(component.name()).size() > 1) {
                engine.component(stack.name(), component.name());
            }
        } catch (StackException e) {
            add(e);
        }
    }

    private void add(StackException e) {
        found.add(new Finding(
                e.origin().orElseGet(() -> Origin.startOf(shown(project.stacksFolder()))), e.problem(), e.hint()));
    }

    private JsonSchema schema() {
        String own = project.manifestSchema().orElse("");
        if (RemoteAddress.isRemote(own)) {
            return remote(own);
        }
        if (!own.isEmpty()) {
            Path file = project.basePath().resolve(own).normalize();
            try {
                return JsonSchema.of(own, project.limits().text(file));
            } catch (IOException e) {
                throw new StackException(
                        project.config().origin("schemas", "atmos", "manifest"),
                        "The schema of manifests cannot be read: %s.".formatted(e.getMessage()),
                        "Correct schemas.atmos.manifest, or leave it out to use the built-in one.",
                        e);
            }
        }
        try (InputStream in = StackValidation.class.getResourceAsStream("manifest.schema.json")) {
            if (in == null) {
                throw new IllegalStateException("manifest.schema.json is not packed");
            }
            return JsonSchema.of("manifest.schema.json", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonSchema remote(String own) {
        try {
            RemoteCopy copy = Remotes.under(project.limits()).get(RemoteAddress.of(own), Optional.empty());
            return JsonSchema.of(own, Files.readString(copy.folder().resolve(copy.path())));
        } catch (RemoteException e) {
            throw new StackException(project.config().origin("schemas", "atmos", "manifest"), e.problem(), e.hint(), e);
        } catch (IOException e) {
            throw new StackException(
                    project.config().origin("schemas", "atmos", "manifest"),
                    "The schema of manifests %s is not there, or is no text.".formatted(own),
                    "Correct schemas.atmos.manifest, or leave it out to use the built-in one.",
                    e);
        }
    }

    private List<Path> manifests() {
        Path folder = project.stacksFolder();
        Path workflows = project.workflowsFolder();
        List<PathMatcher> excluded = project.stacks().excluded().stream()
                .map(pattern -> FileSystems.getDefault().getPathMatcher("glob:" + folder + "/" + pattern))
                .toList();
        try (Stream<Path> files = Files.walk(folder)) {
            var all = new ArrayList<Path>();
            files.filter(file ->
                            file.toString().endsWith(".yaml") || file.toString().endsWith(".yml"))
                    .filter(file -> excluded.stream().noneMatch(pattern -> pattern.matches(file)))
                    .filter(file -> workflows.equals(project.basePath()) || !file.startsWith(workflows))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .forEach(all::add);
            return all;
        } catch (IOException e) {
            throw new StackException(
                    null,
                    "The stacks in %s cannot be read: %s.".formatted(folder, e.getMessage()),
                    "Check that they may be read.");
        }
    }

    private String shown(Path file) {
        return project.basePath().relativize(file).toString();
    }
}
