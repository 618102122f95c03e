package io.atmoshub.cli.describe;

import io.atmoshub.cli.output.FixedOrder;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode;
import io.atmoshub.stacks.Component;
import io.atmoshub.stacks.Processing;
import io.atmoshub.stacks.StackEngine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Who depends on a component: those whose `dependencies.components`, or else `settings.depends_on`, name it.
final class Dependents {
    private static final Set<String> READ = Set.of("vars", "settings", "dependencies", "metadata");
    private static final List<String> CONTEXT = List.of("namespace", "tenant", "environment", "stage");

    private final StackEngine engine;
    private final Processing processing;
    private final Map<Component, YamlMapping> sections = new ConcurrentHashMap<>();

    Dependents(StackEngine engine, Processing processing) {
        this.engine = engine;
        this.processing = processing;
    }

    /// @param settings whether the settings of each are shown
    /// @param deep whether the dependents of dependents are shown too
    List<FixedOrder> of(Component component, boolean settings, boolean deep) {
        return of(component, settings, deep, new HashSet<>());
    }

    private List<FixedOrder> of(Component component, boolean settings, boolean deep, Set<Component> above) {
        if (!above.add(component)) {
            return List.of();
        }
        List<Component> found = engine.stacks().parallelStream()
                .flatMap(stack -> stack.components().stream())
                .filter(other -> !other.name().equals(component.name()) && !other.isAbstract() && other.isEnabled())
                .filter(other -> dependsOn(other, component))
                .sorted(Comparator.comparing(Dependents::slug)
                        .thenComparing(Component::name)
                        .thenComparing(Component::stack))
                .toList();
        var dependents = new ArrayList<FixedOrder>();
        for (Component each : found) {
            FixedOrder shown = described(each);
            YamlNode own = section(each).get("settings");
            shown.put("settings", settings && own != null ? own.toJava() : Map.of());
            shown.put("dependents", deep ? of(each, settings, true, above) : List.of());
            dependents.add(shown);
        }
        above.remove(component);
        return dependents;
    }

    private FixedOrder described(Component each) {
        FixedOrder shown = new FixedOrder()
                .and("component", each.name())
                .and("component_type", each.type())
                .and("component_path", path(engine, each))
                .and("stack", each.stack())
                .and("stack_slug", slug(each));
        context(section(each), shown);
        return shown;
    }

    /// The parts of its name that its variables have.
    static void context(YamlMapping section, FixedOrder shown) {
        for (String key : CONTEXT) {
            String value = variable(section, key);
            if (!value.isEmpty()) {
                shown.and(key, value);
            }
        }
    }

    static String path(StackEngine engine, Component component) {
        return engine.project()
                .config()
                .text("components", component.type(), "base_path")
                .map(base -> Path.of(base, component.base()).toString())
                .orElse(component.base());
    }

    static String slug(Component component) {
        return component.stack() + "-" + component.name().replace('/', '-');
    }

    private YamlMapping section(Component component) {
        return sections.computeIfAbsent(
                component, each -> each.resolved(processing, READ).section());
    }

    private boolean dependsOn(Component other, Component component) {
        // Most name no dependency, which can be seen without working anything out.
        if (!(other.section().get("dependencies") instanceof YamlMapping own && own.get("components") != null)
                && !(other.section().get("settings") instanceof YamlMapping settings
                        && settings.get("depends_on") != null)) {
            return false;
        }
        YamlMapping section = section(other);
        return dependencies(section).stream().anyMatch(each -> meets(each, other, section, component));
    }

    private static List<YamlMapping> dependencies(YamlMapping section) {
        YamlNode named = section.get("dependencies") instanceof YamlMapping all ? all.get("components") : null;
        if (isEmpty(named) && section.get("settings") instanceof YamlMapping settings) {
            named = settings.get("depends_on");
        }
        var found = new ArrayList<YamlMapping>();
        switch (named) {
            case YamlMapping byNumber ->
                byNumber.forEach(entry -> {
                    if (entry.value() instanceof YamlMapping one) {
                        found.add(one);
                    }
                });
            case YamlNode.Sequence list ->
                list.items().forEach(item -> {
                    if (item instanceof YamlMapping one) {
                        found.add(one);
                    }
                });
            case YamlNode.Scalar scalar -> {}
            case null -> {}
        }
        return found;
    }

    private static boolean isEmpty(@Nullable YamlNode node) {
        return node == null
                || (node instanceof YamlNode.Sequence list && list.items().isEmpty())
                || (node instanceof YamlMapping map && map.isEmpty());
    }

    /// A dependency means a stack by its name, or by those parts of it that it names; the rest is as in its own.
    private boolean meets(YamlMapping dependency, Component owner, YamlMapping section, Component component) {
        if (!text(dependency, "component").equals(component.name())
                && !text(dependency, "name").equals(component.name())) {
            return false;
        }
        String stack = text(dependency, "stack");
        if (!stack.isEmpty()) {
            return stack.equals(component.stack());
        }
        boolean placed = CONTEXT.stream().anyMatch(key -> !text(dependency, key).isEmpty());
        if (!placed) {
            return owner.stack().equals(component.stack());
        }
        YamlMapping wanted = section(component);
        return CONTEXT.stream().allMatch(key -> {
            String named = text(dependency, key);
            return variable(wanted, key).equals(named.isEmpty() ? variable(section, key) : named);
        });
    }

    private static String variable(YamlMapping section, String key) {
        return section.get("vars") instanceof YamlMapping vars ? text(vars, key) : "";
    }

    private static String text(YamlMapping mapping, String key) {
        return mapping.get(key) instanceof YamlNode.Scalar scalar && scalar.value() != null ? scalar.text() : "";
    }
}
