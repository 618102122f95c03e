package io.atmoshub.stacks;

import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What depends on what: components name others in `dependencies.components`, or else in `settings.depends_on`. A
/// dependency means a stack by its name, or by those parts of it that it names; the rest is as in its own.
public final class Dependencies {
    /// The variables that are parts of a stack's name.
    public static final List<String> CONTEXT = List.of("namespace", "tenant", "environment", "stage");

    private static final Set<String> READ = Set.of("vars", "settings", "dependencies", "metadata");

    private final StackEngine engine;
    private final Processing processing;
    private final Map<Component, YamlMapping> sections = new ConcurrentHashMap<>();

    /// @param processing how the components are worked out that are compared
    public Dependencies(StackEngine engine, Processing processing) {
        this.engine = engine;
        this.processing = processing;
    }

    /// What a component depends on, in the order in which it says so.
    public List<Component> of(Component component) {
        List<Component> found = new ArrayList<>();
        for (YamlMapping each : named(section(component))) {
            candidates(each, component)
                    .filter(other -> !other.isAbstract() && means(each, component, other))
                    .filter(other -> !found.contains(other))
                    .forEach(found::add);
        }
        return found;
    }

    /// Enabled components that depend on one, by stack. As in Atmos, one of the same name never does.
    public List<Component> dependents(Component component) {
        return engine.stacks().parallelStream()
                .flatMap(stack -> stack.components().stream())
                .filter(other -> !other.name().equals(component.name()) && !other.isAbstract())
                .filter(other -> mayDependOn(component, other) && other.isEnabled() && dependsOn(component, other))
                .toList();
    }

    /// Variables, settings, dependencies and metadata of a component, as they are compared.
    public YamlMapping section(Component component) {
        boolean kept = engine.isKeeping() && processing.equals(Processing.ALL);
        return sections.computeIfAbsent(
                component, each -> (kept ? each.resolved(processing) : each.resolved(processing, READ)).section());
    }

    /// What most don't, as is seen without working anything out.
    private static boolean mayDependOn(Component component, Component other) {
        boolean here = other.stack().equals(component.stack());
        YamlMapping section = other.section();
        return Stream.of(below(section.get("dependencies"), "components"), below(section.get("settings"), "depends_on"))
                .flatMap(Optional::stream)
                .anyMatch(node -> mayName(component, node, here));
    }

    /// The value under a key; the section itself while that is a function's, which may bring the key.
    private static Optional<YamlNode> below(@Nullable YamlNode section, String key) {
        return Optional.ofNullable(section instanceof YamlMapping mapping ? mapping.get(key) : section);
    }

    /// @param reached whether a name there is looked for in the component's stack
    private static boolean mayName(Component component, YamlNode node, boolean reached) {
        return switch (node) {
            case YamlNode.Scalar scalar -> {
                String text = String.valueOf(scalar.value());
                yield (reached && text.equals(component.name())) || text.startsWith("!") || text.contains("{{");
            }
            case YamlNode.Sequence list -> list.items().stream().anyMatch(item -> mayName(component, item, reached));
            case YamlMapping mapping -> {
                boolean placed = reached || mapping.get("stack") != null || isPlaced(mapping);
                yield mapping.entries().stream().anyMatch(entry -> mayName(component, entry.value(), placed));
            }
        };
    }

    private boolean dependsOn(Component component, Component other) {
        return named(section(other)).stream().anyMatch(each -> means(each, other, component));
    }

    private Stream<Component> candidates(YamlMapping dependency, Component owner) {
        String stack = text(dependency, "stack");
        Stream<Stack> stacks = !stack.isEmpty()
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
        Stream<YamlNode> all =
                switch (node) {
                    case YamlMapping byNumber -> byNumber.entries().stream().map(YamlMapping.Entry::value);
                    case YamlNode.Sequence list -> list.items().stream();
                    case YamlNode.Scalar scalar -> Stream.empty();
                    case null -> Stream.empty();
                };
        return all.filter(YamlMapping.class::isInstance)
                .map(YamlMapping.class::cast)
                .toList();
    }

    private boolean means(YamlMapping dependency, Component owner, Component target) {
        if (!target.name().equals(text(dependency, "component"))
                && !target.name().equals(text(dependency, "name"))) {
            return false;
        }
        String stack = text(dependency, "stack");
        if (!stack.isEmpty()) {
            return stack.equals(target.stack());
        }
        if (!isPlaced(dependency)) {
            return owner.stack().equals(target.stack());
        }
        return CONTEXT.stream().allMatch(key -> {
            String named = text(dependency, key);
            return variable(target, key).equals(named.isEmpty() ? variable(owner, key) : named);
        });
    }

    private static boolean isPlaced(YamlMapping dependency) {
        return CONTEXT.stream().anyMatch(key -> !text(dependency, key).isEmpty());
    }

    private String variable(Component component, String key) {
        YamlMapping vars = section(component).mapping("vars");
        return vars == null ? "" : text(vars, key);
    }

    /// What is empty says nothing.
    private static String text(YamlMapping mapping, String key) {
        String text = mapping.text(key);
        return text == null ? "" : text;
    }
}
