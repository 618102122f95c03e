package io.atmoshub.assistant.tool.stack;

import io.atmoshub.assistant.tool.Arguments;
import io.atmoshub.assistant.tool.ToolFailure;
import io.atmoshub.assistant.tool.ToolResult;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode;
import io.atmoshub.stacks.Component;
import io.atmoshub.stacks.Spelling;
import io.atmoshub.stacks.Stack;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What depends on a component: whatever names it in `dependencies.components`, or else in `settings.depends_on`.
final class Dependents {
    private static final int MOST = 60;
    private static final List<String> CONTEXT = List.of("namespace", "tenant", "environment", "stage");

    private record Found(Component dependent, Component on) {}

    private Dependents() {}

    static ToolResult of(Arguments arguments, Asked asked) throws ToolFailure {
        String name = arguments.text("component");
        List<Component> targets = new ArrayList<>();
        if (arguments.optionalText("stack").isPresent()) {
            targets.add(asked.component(name, arguments.text("stack")));
        } else {
            asked.engine().stacks().forEach(stack -> targets.addAll(stack.named(name)));
            if (targets.isEmpty()) {
                throw unknown(name, asked);
            }
        }
        List<Found> found = new ArrayList<>();
        for (Stack stack : asked.engine().stacks()) {
            for (Component other : stack.components()) {
                if (!other.name().equals(name) && !other.isAbstract() && other.isEnabled()) {
                    add(other, targets, asked, found);
                }
            }
        }
        return ToolResult.of(
                Texts.counted(found.size(), "dependent"),
                found.isEmpty()
                        ? "Nothing depends on %s: no component names it in dependencies.components or settings.depends_on.%n"
                                .formatted(targets.size() == 1 ? targets.getFirst() : name)
                        : Texts.listed(
                                found,
                                arguments.number("skip").orElse(0),
                                MOST,
                                "atmos_describe_dependents",
                                each -> "%s in %s: on %s in %s"
                                        .formatted(
                                                each.dependent().name(),
                                                each.dependent().stack(),
                                                each.on().name(),
                                                each.on().stack())));
    }

    private static ToolFailure unknown(String name, Asked asked) {
        List<String> all = asked.engine().stacks().stream()
                .flatMap(stack -> stack.components().stream())
                .map(Component::name)
                .distinct()
                .toList();
        return new ToolFailure(
                "no such component",
                "No stack has a component \"%s\". %sSee all with atmos_list_components."
                        .formatted(name, Spelling.suggestion(name, all)));
    }

    private static void add(Component other, List<Component> targets, Asked asked, List<Found> found)
            throws ToolFailure {
        // Most name no dependency, which can be seen without working anything out.
        if (dependencies(other.section()).isEmpty() || !asked.isOpen(other)) {
            return;
        }
        YamlMapping section = asked.section(other);
        for (Component target : targets) {
            if (dependencies(section).stream().anyMatch(each -> means(each, other, section, target))) {
                found.add(new Found(other, target));
            }
        }
    }

    private static List<YamlMapping> dependencies(YamlMapping section) {
        YamlMapping own = section.mapping("dependencies");
        List<YamlMapping> found = entries(own == null ? null : own.get("components"));
        YamlMapping settings = section.mapping("settings");
        return found.isEmpty() && settings != null ? entries(settings.get("depends_on")) : found;
    }

    private static List<YamlMapping> entries(@Nullable YamlNode node) {
        List<YamlMapping> found = new ArrayList<>();
        switch (node) {
            case YamlMapping mapping ->
                mapping.forEach(entry -> {
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

    /// A dependency means a stack by its name, or by the parts of it that it names; the rest is as in its own.
    private static boolean means(YamlMapping dependency, Component owner, YamlMapping section, Component target) {
        if (!target.name().equals(dependency.text("component"))
                && !target.name().equals(dependency.text("name"))) {
            return false;
        }
        String stack = dependency.text("stack");
        if (stack != null && !stack.isEmpty()) {
            return stack.equals(target.stack());
        }
        if (CONTEXT.stream().allMatch(key -> dependency.text(key) == null)) {
            return owner.stack().equals(target.stack());
        }
        return CONTEXT.stream().allMatch(key -> {
            String named = dependency.text(key);
            return variable(target.section(), key).equals(named == null ? variable(section, key) : named);
        });
    }

    private static String variable(YamlMapping section, String key) {
        YamlMapping vars = section.mapping("vars");
        String value = vars == null ? null : vars.text(key);
        return value == null ? "" : value;
    }
}
