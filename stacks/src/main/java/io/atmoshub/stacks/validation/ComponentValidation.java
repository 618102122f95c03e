package io.atmoshub.stacks.validation;

import io.atmoshub.project.Project;
import io.atmoshub.project.yaml.Origin;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode;
import io.atmoshub.stacks.Component;
import io.atmoshub.stacks.Processing;
import io.atmoshub.stacks.StackEngine;
import io.atmoshub.stacks.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The rules that a component's `settings.validation` names: JSON Schemas and policies of OPA.
public final class ComponentValidation {
    private final StackEngine engine;
    private final Component component;
    private final YamlMapping section;

    private ComponentValidation(StackEngine engine, Component component) {
        this.engine = engine;
        this.component = component;
        this.section = component.resolved(Processing.ALL).section();
    }

    /// What a rule forbids. A component without rules breaks none.
    public static List<Finding> of(StackEngine engine, Component component) {
        var validation = new ComponentValidation(engine, component);
        var found = new ArrayList<Finding>();
        if (validation.section.get("settings") instanceof YamlMapping settings
                && settings.get("validation") instanceof YamlMapping rules) {
            rules.forEach(entry -> {
                if (entry.value() instanceof YamlMapping rule && !"true".equals(text(rule, "disabled"))) {
                    found.addAll(validation.check(entry.key(), rule, entry.place()));
                }
            });
        }
        return found;
    }

    /// One rule that a person names instead.
    ///
    /// @param type `jsonschema` or `opa`
    public static List<Finding> by(
            StackEngine engine, Component component, String type, String path, List<String> modules) {
        var validation = new ComponentValidation(engine, component);
        return validation.apply(type, path, modules, 20, component.origin());
    }

    private List<Finding> check(String name, YamlMapping rule, Origin place) {
        Origin origin = place.line() < 1 ? component.origin() : place;
        String path = text(rule, "schema_path");
        if (path.isEmpty()) {
            throw new StackException(
                    origin,
                    "The rule %s has no schema_path.".formatted(name),
                    "Name the file with the schema or policy.");
        }
        var modules = new ArrayList<String>();
        if (rule.get("module_paths") instanceof YamlNode.Sequence all) {
            all.items().forEach(item -> modules.add(item instanceof YamlNode.Scalar scalar ? scalar.text() : ""));
        }
        String seconds = text(rule, "timeout");
        int timeout = seconds.matches("[1-9]\\d{0,3}") ? Integer.parseInt(seconds) : 20;
        String description = text(rule, "description");
        return apply(text(rule, "schema_type"), path, modules, timeout, origin).stream()
                .map(each -> new Finding(
                        each.origin(),
                        each.problem(),
                        (each.hint() + (description.isEmpty() ? "" : " (" + description + ")")).strip()))
                .toList();
    }

    private List<Finding> apply(String type, String path, List<String> modules, int timeout, Origin origin) {
        return switch (type) {
            case "jsonschema" -> {
                Path file = file("jsonschema", path);
                yield JsonSchema.of(path, text(file, origin)).check(section).stream()
                        .map(each -> each.origin().line() < 1
                                ? new Finding(component.origin(), each.problem(), each.hint())
                                : each)
                        .toList();
            }
            case "opa" -> {
                Path policy = file("opa", path);
                text(policy, origin);
                List<Path> others =
                        modules.stream().map(each -> file("opa", each)).toList();
                yield new OpaPolicy(engine, component, policy, others, timeout, origin).check(section);
            }
            default ->
                throw new StackException(
                        origin,
                        "There is no kind of rule \"%s\".".formatted(type),
                        "schema_type is jsonschema or opa.");
        };
    }

    private Path file(String kind, String path) {
        Project project = engine.project();
        Path inFolder = project.schemasFolder(kind).resolve(path).normalize();
        Path plain = project.basePath().resolve(path).normalize();
        return !project.limits().mayRead(inFolder) || !Files.exists(inFolder) ? plain : inFolder;
    }

    private String text(Path file, Origin origin) {
        try {
            return engine.project().limits().text(file);
        } catch (IOException e) {
            throw new StackException(
                    origin,
                    "The rule cannot be read: %s.".formatted(e.getMessage()),
                    "Correct schema_path; it starts from schemas.<type>.base_path in atmos.yaml.",
                    e);
        }
    }

    private static String text(YamlMapping mapping, String key) {
        return mapping.get(key) instanceof YamlNode.Scalar scalar && scalar.value() != null ? scalar.text() : "";
    }
}
