package io.atmoshub.stacks;

import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What depends on what: components name others in `dependencies.components`, or else in `settings.depends_on`. A
/// dependency means a stack by its name, or by those parts of it that it names; the rest is as in its own.
public record Dependencies(StackEngine engine) {
    private static final List<String> CONTEXT = List.of("namespace", "tenant", "environment", "stage");

    /// What a component depends on, in the order in which it says so.
    public List<Component> of(Component component) {
        YamlMapping section = component.resolved(Processing.ALL).section();
        List<Component> found = new ArrayList<>();
        for (YamlMapping each : named(section)) {
            candidates(each, component)
                    .filter(other -> !other.isAbstract() && means(each, component, section, other))
                    .filter(other -> !found.contains(other))
                    .forEach(found::add);
        }
        return found;
    }

    /// Enabled components that depend on one, by stack.
    public List<Component> dependents(Component component) {
        return engine.stacks().stream()
                .flatMap(stack -> stack.components().stream())
                .filter(other -> !other.name().equals(component.name()) && !other.isAbstract())
                .filter(other -> mayMean(other, component) && other.isEnabled() && dependsOn(other, component))
                .toList();
    }

    /// What most are not, as is seen without working anything out.
    private static boolean mayMean(Component other, Component component) {
        return named(other.section()).stream().anyMatch(each -> {
            boolean here = other.stack().equals(component.stack());
            boolean elsewhere = each.text("stack") != null || isPlaced(each);
            return (here || elsewhere)
                    && (mayBe(each.text("component"), component) || mayBe(each.text("name"), component));
        });
    }

    private static boolean mayBe(@Nullable String name, Component component) {
        return name != null && (name.equals(component.name()) || name.contains("{{") || name.startsWith("!"));
    }

    private static boolean dependsOn(Component other, Component component) {
        YamlMapping section = other.resolved(Processing.ALL).section();
        return named(section).stream().anyMatch(each -> means(each, other, section, component));
    }

    private Stream<Component> candidates(YamlMapping dependency, Component owner) {
        String stack = dependency.text("stack");
        Stream<Stack> stacks = stack != null && !stack.isEmpty()
                ? engine.stack(stack).stream()
                : isPlaced(dependency) ? engine.stacks().stream() : engine.stack(owner.stack()).stream();
        return stacks.flatMap(each -> each.components().stream());
    }

    private static List<YamlMapping> named(YamlMapping section) {
        YamlMapping own = section.mapping("dependencies");
        List<YamlMapping> found = entries(own == null ? null : own.get("components"));
        YamlMapping settings = section.mapping("settings");
        return found.isEmpty() && settings != null ? entries(settings.get("depends_on")) : found;
    }

    private static List<YamlMapping> entries(@Nullable YamlNode node) {
        List<YamlMapping> found = new ArrayList<>();
        switch (node) {
            case YamlMapping mapping -> mapping.forEach(entry -> add(entry.value(), found));
            case YamlNode.Sequence list -> list.items().forEach(item -> add(item, found));
            case YamlNode.Scalar scalar -> {}
            case null -> {}
        }
        return found;
    }

    private static void add(YamlNode node, List<YamlMapping> found) {
        if (node instanceof YamlMapping mapping) {
            found.add(mapping);
        }
    }

    private static boolean means(YamlMapping dependency, Component owner, YamlMapping section, Component target) {
        if (!target.name().equals(dependency.text("component"))
                && !target.name().equals(dependency.text("name"))) {
            return false;
        }
        String stack = dependency.text("stack");
        if (stack != null && !stack.isEmpty()) {
            return stack.equals(target.stack());
        }
        if (!isPlaced(dependency)) {
            return owner.stack().equals(target.stack());
        }
        return CONTEXT.stream().allMatch(key -> {
            String named = dependency.text(key);
            return variable(target.section(), key).equals(named == null ? variable(section, key) : named);
        });
    }

    private static boolean isPlaced(YamlMapping dependency) {
        return CONTEXT.stream().anyMatch(key -> dependency.text(key) != null);
    }

    private static String variable(YamlMapping section, String key) {
        YamlMapping vars = section.mapping("vars");
        String value = vars == null ? null : vars.text(key);
        return value == null ? "" : value;
    }
}
